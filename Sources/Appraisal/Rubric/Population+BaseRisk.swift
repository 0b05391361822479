extension Population {
    /// How likely an organization of this kind without any points is to end within the horizon.
    package func baseRisk(at horizon: Horizon) -> Double {
        Exponential.logistic(intercepts[horizon])
    }
}
