import Foundation
import SeededRandom
import Testing

@testable import Appraisal

@Suite struct NumericsTests {
    @Test func `exponentials and logarithms agree with the system's to fourteen digits`() {
        var random = Seed(11)
        for _ in 0..<50_000 {
            let x = Double.random(in: -700...700, using: &random)
            #expect(abs(Exponential.exp(x) - exp(x)) <= 1e-14 * exp(x))
            let y = exp(x)
            #expect(abs(Logarithm.natural(y) - log(y)) <= 1e-14 * max(abs(log(y)), 1e-300))
        }
        for _ in 0..<50_000 {
            let near = 1 + Double.random(in: -0.4...0.6, using: &random)
            #expect(abs(Logarithm.natural(near) - log(near)) <= 2e-15 * max(abs(log(near)), 1e-3))
        }
    }

    @Test func `the ends are defined`() {
        #expect(Exponential.exp(-1_000) == 0)
        #expect(Exponential.exp(1_000) == .infinity)
        #expect(Exponential.exp(0) == 1)
        #expect(Exponential.exp(.nan).isNaN)
        #expect(Exponential.exp(-745) > 0)
        #expect(Logarithm.natural(1) == 0)
        #expect(Logarithm.natural(0) == -.infinity)
        #expect(Logarithm.natural(-1).isNaN)
        #expect(Exponential.logistic(0) == 0.5)
        #expect(Exponential.logistic(800) == 1)
        #expect(Exponential.logistic(-800) == 0)
    }
}
