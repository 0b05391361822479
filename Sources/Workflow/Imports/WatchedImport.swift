package import Store

/// Imports a table while somebody waits for it, and lets others see how far it is.
package struct WatchedImport: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - size: how large the source is.
    ///   - progress: is told how far the import has come, from time to time.
    /// - Throws: as ``ImportTable`` does.
    package func callAsFunction(
        _ request: ImportRequest, from source: some ImportSource, size: ImportSize, as caller: Caller,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let job = try await BeginImport(registry: registry)(request, size: size, as: caller).number
        let beats = ImportBeats(registry: registry)
        _ = beats.take(job, size: size, of: caller)
        async let _ = beats.run()
        do {
            let report = try await ImportTable(registry: registry)(
                request, from: source, as: caller,
                progress: {
                    beats.note(job, $0)
                    progress($0)
                })
            beats.leave(job)
            return report
        } catch Refusal.importRunning {
            // Another process is at it, and tells how far it is.
            beats.leave(job)
            throw Refusal.importRunning
        } catch {
            await beats.stop(job, for: nil)
            throw error
        }
    }
}
