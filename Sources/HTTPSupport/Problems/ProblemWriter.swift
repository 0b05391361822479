package import Hummingbird

/// Answers problems in another form than JSON, where the client wants one.
package protocol ProblemWriter: Sendable {
    /// The problem in this writer's form; nil where JSON will do.
    func response(to problem: Problem, for request: Request, _ context: ServiceContext) -> Response?
}
