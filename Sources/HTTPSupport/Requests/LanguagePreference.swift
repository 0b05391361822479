package import Values

extension Language {
    /// The best of our languages for an `Accept-Language` header; Chinese where the client has no wish that can be met.
    package init(accepting header: String?) {
        let wishes = header.map { WeightedList($0).accepted } ?? []
        self = wishes.lazy.compactMap { Language(tag: $0) }.first ?? .simplifiedChinese
    }
}
