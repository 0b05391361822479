import Glibc

/// Turns host names into addresses on a thread of its own, because `getaddrinfo` blocks.
enum HostLookup {
    /// One entry per address; a host that needs no lookup, or has no address, stays as it is and libpq says what is wrong.
    static func resolve(_ hosts: [ConnectionParameters.Host]) async -> [ConnectionParameters.Host] {
        guard hosts.contains(where: \.needsLookup) else { return hosts }
        return await withCheckedContinuation { continuation in
            let isRunning = BlockingThread.run { continuation.resume(returning: hosts.flatMap(lookUp)) }
            if !isRunning { continuation.resume(returning: hosts) }
        }
    }

    private static func lookUp(_ host: ConnectionParameters.Host) -> [ConnectionParameters.Host] {
        guard host.needsLookup else { return [host] }
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host.name, nil, &wanted, &list) == 0 else { return [host] }
        defer { freeaddrinfo(list) }
        var found: [ConnectionParameters.Host] = []
        var next = list
        while let entry = next?.pointee {
            if let address = numeric(entry) { found.append(.init(name: host.name, address: address, port: host.port)) }
            next = entry.ai_next
        }
        return found.isEmpty ? [host] : found
    }

    private static func numeric(_ entry: addrinfo) -> String? {
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let status = getnameinfo(entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
        guard status == 0, let end = text.firstIndex(of: 0) else { return nil }
        return String(validating: text[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
