/// Waiting for something that the system does not announce.
enum Waiting {
    /// Looks every 20 milliseconds, holding no thread in between.
    ///
    /// - Returns: whether it came true in time.
    static func until(seconds: Int, _ isTrue: () throws(EmbeddedDatabaseError) -> Bool) async throws(EmbeddedDatabaseError) -> Bool {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(seconds))
        while try !isTrue() {
            guard clock.now < end else { return false }
            do { try await clock.sleep(for: .milliseconds(20)) } catch { throw .interrupted }
        }
        return true
    }
}
