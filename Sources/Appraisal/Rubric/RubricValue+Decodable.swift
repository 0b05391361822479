extension RubricValue: Decodable {
    /// Reads a document of any shape from whatever notation the decoder understands.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([RubricValue].self) {
            self = .list(list)
        } else {
            self = .record(try container.decode([String: RubricValue].self))
        }
    }
}
