internal import Glibc

/// Converts between GB18030 and UTF-8 with the C library, which keeps the tables of the standard.
final class GB18030Converter {
    enum Direction {
        case toUTF8
        case fromUTF8
    }

    private let descriptor: iconv_t

    /// `nil` when this machine has no such conversion.
    init?(_ direction: Direction = .toUTF8) {
        let opened =
            switch direction {
            case .toUTF8: iconv_open("UTF-8", "GB18030")
            case .fromUTF8: iconv_open("GB18030", "UTF-8")
            }
        // iconv_open reports failure as (iconv_t)-1.
        guard let opened, Int(bitPattern: opened) != -1 else { return nil }
        descriptor = opened
    }

    deinit {
        iconv_close(descriptor)
    }

    /// Appends the converted bytes to the output.
    /// - Returns: the index of the first byte that cannot be converted, or `nil` when all were. What stands before it is appended.
    func convert(_ input: Span<UInt8>, into output: inout [UInt8]) -> Int? {
        guard input.count > 0 else { return nil }
        // The worst ratio is one byte to three, and an output of this size never runs out.
        let start = output.count
        output.append(contentsOf: repeatElement(0, count: input.count * 3 + 8))
        var left = input.count
        var room = output.count - start
        let outcome = input.withUnsafeBytes { source in
            output.withUnsafeMutableBytes { target in
                // iconv does not write to its input, although its type says that it may.
                var from = UnsafeMutablePointer(mutating: source.bindMemory(to: CChar.self).baseAddress)
                var into = target.bindMemory(to: CChar.self).baseAddress?.advanced(by: start)
                return iconv(descriptor, &from, &left, &into, &room)
            }
        }
        output.removeLast(room)
        guard outcome == -1 || left > 0 else { return nil }
        // After a failure the descriptor goes back to its first state.
        _ = iconv(descriptor, nil, nil, nil, nil)
        return input.count - left
    }
}
