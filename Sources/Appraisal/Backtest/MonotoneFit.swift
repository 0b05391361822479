/// Logistic regression whose weights cannot be negative, with a ridge, on columns of zeros and ones.
///
/// The sum of log-losses plus ridge/2 times the sum of squared distances of the weights from what they are drawn to is made smallest by Newton steps, each solved by going through the weights in
/// turn. The intercepts, one per group of cases, are free and unpenalized. Same input, same result: nothing is drawn by chance.
package struct MonotoneFit: Sendable {
    package let weights: [Double]
    package let intercepts: [Double]

    /// - Parameters:
    ///   - columns: for each weight the ascending positions of the cases that have it.
    ///   - groups: for each case the number of its intercept.
    ///   - importance: how often each case counts.
    ///   - centres: what each weight is drawn to, none of them negative; nil for 0.
    package init(
        columns: [[Int32]], exits: [Bool], groups: [Int], groupCount: Int, importance: [Double], ridge: Double,
        drawnTo centres: [Double]? = nil
    ) {
        let centres = centres ?? [Double](repeating: 0, count: columns.count)
        var weights = [Double](repeating: 0, count: columns.count)
        var intercepts = [Double](repeating: 0, count: groupCount)
        for group in 0..<groupCount {
            var (all, left) = (1.0, 0.5)
            for index in exits.indices where groups[index] == group {
                all += importance[index]
                if exits[index] { left += importance[index] }
            }
            intercepts[group] = Logarithm.natural(left / (all - left))
        }
        var logits = groups.map { intercepts[$0] }
        for _ in 0..<40 {
            let moved = Self.step(
                columns: columns, exits: exits, groups: groups, importance: importance, ridge: ridge, centres: centres, weights: &weights,
                intercepts: &intercepts,
                logits: &logits
            )
            if moved < 1e-6 { break }
        }
        self.weights = weights
        self.intercepts = intercepts
    }

    /// One Newton step; the largest change of any weight.
    private static func step(
        columns: [[Int32]], exits: [Bool], groups: [Int], importance: [Double], ridge: Double, centres: [Double],
        weights: inout [Double],
        intercepts: inout [Double],
        logits: inout [Double]
    ) -> Double {
        // Residual and curvature of each case at the present logits; the residual follows the quadratic model as weights move.
        var residual = [Double](repeating: 0, count: exits.count)
        var curvature = residual
        for index in exits.indices {
            let probability = Exponential.logistic(logits[index])
            residual[index] = importance[index] * ((exits[index] ? 1 : 0) - probability)
            curvature[index] = importance[index] * max(probability * (1 - probability), 1e-6)
        }
        let curvatures = columns.map { column in column.reduce(0) { $0 + curvature[Int($1)] } }
        let before = weights
        let interceptsBefore = intercepts
        for _ in 0..<60 {
            var moved = moveIntercepts(groups: groups, residual: &residual, curvature: curvature, intercepts: &intercepts)
            for (number, column) in columns.enumerated() where curvatures[number] > 0 {
                let gradient = column.reduce(0) { $0 + residual[Int($1)] } - ridge * (weights[number] - centres[number])
                let next = max(0, weights[number] + gradient / (curvatures[number] + ridge))
                let change = next - weights[number]
                guard change != 0 else { continue }
                weights[number] = next
                for index in column { residual[Int(index)] -= curvature[Int(index)] * change }
                moved = max(moved, abs(change))
            }
            if moved < 1e-7 { break }
        }
        for index in logits.indices { logits[index] += intercepts[groups[index]] - interceptsBefore[groups[index]] }
        var largest = zip(intercepts, interceptsBefore).map { abs($0 - $1) }.max() ?? 0
        for (number, column) in columns.enumerated() {
            let change = weights[number] - before[number]
            guard change != 0 else { continue }
            for index in column { logits[Int(index)] += change }
            largest = max(largest, abs(change))
        }
        return largest
    }

    private static func moveIntercepts(
        groups: [Int], residual: inout [Double], curvature: [Double], intercepts: inout [Double]
    ) -> Double {
        var (gradients, curvatures) = (intercepts.map { _ in 0.0 }, intercepts.map { _ in 1e-9 })
        for (index, group) in groups.enumerated() {
            gradients[group] += residual[index]
            curvatures[group] += curvature[index]
        }
        let changes = zip(gradients, curvatures).map { $0 / $1 }
        for (index, group) in groups.enumerated() { residual[index] -= curvature[index] * changes[group] }
        for group in intercepts.indices { intercepts[group] += changes[group] }
        return changes.map(abs).max() ?? 0
    }
}
