/// The encodings in which tables arrive.
package enum TextEncoding: String, Hashable, Sendable, Codable {
    case utf8 = "utf-8"
    /// GB 18030, which includes GBK and GB 2312. What office programs in China write by default.
    case gb18030

    /// The name that people know.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        }
    }

    /// The encoding to suggest when this one does not fit.
    var other: TextEncoding { self == .utf8 ? .gb18030 : .utf8 }
}
