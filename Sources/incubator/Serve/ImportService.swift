import ServiceLifecycle
import Workflow

/// Carries imports out while the service runs. When it is asked to stop, imports are cut short where they are, so that they can be gone on with.
struct ImportService: Service {
    let imports: BackgroundImports

    func run() async throws {
        await cancelWhenGracefulShutdown { await imports.run() }
    }
}
