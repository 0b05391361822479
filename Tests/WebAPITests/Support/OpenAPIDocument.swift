import HTTPSupport
import Testing

@testable import WebAPI

/// The description of the interface, as clients read it.
struct OpenAPIDocument {
    let json: JSONValue
    let checker: SchemaChecker

    /// Read once: all tests ask the same description.
    static let shared = Result { try OpenAPIDocument() }

    private init() throws {
        json = try JSONValue.yaml(String(decoding: OpenAPIRoute.description, as: UTF8.self))
        checker = SchemaChecker(document: json)
    }

    /// One method of one path.
    struct Operation: Hashable {
        let method: String
        let path: String

        var description: String { "\(method) \(path)" }
    }

    var operations: [Operation] {
        (json["paths"]?.members ?? []).flatMap { path in
            path.value.members.filter { $0.name != "parameters" }.map { Operation(method: $0.name.uppercased(), path: path.name) }
        }
    }

    /// The operation that a request is one of.
    func operation(_ method: String, _ path: String) -> Operation? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/")
        let matching = operations.filter { operation in
            let pattern = operation.path.split(separator: "/")
            return operation.method == method && pattern.count == parts.count
                && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        return matching.min { $0.path.count { $0 == "{" } < $1.path.count { $0 == "{" } }
    }

    private func details(_ operation: Operation) -> JSONValue? {
        json["paths"]?[operation.path]?[operation.method.lowercased()]
    }

    func requestSchema(_ operation: Operation) -> JSONValue? {
        details(operation)?["requestBody"]?["content"]?["application/json"]?["schema"]
    }

    /// Whether a request may carry an `Idempotency-Key`.
    func takesKey(_ operation: Operation) -> Bool {
        details(operation)?["parameters"]?.elements.contains { $0["$ref"] == "#/components/parameters/idempotencyKey" } ?? false
    }

    /// What the description says of an answer with that status: its own entry or `default`, references followed.
    func response(_ operation: Operation, status: Int) -> JSONValue? {
        guard let responses = details(operation)?["responses"] else { return nil }
        let entry = responses["\(status)"] ?? (status >= 400 ? responses["default"] : nil)
        return entry?["$ref"]?.text.flatMap(checker.resolve) ?? entry
    }

    /// Every schema, its own children included, that has a `$ref` or is one.
    var references: [String] { Self.references(in: json) }

    private static func references(in value: JSONValue) -> [String] {
        switch value {
        case .object(let members): members.flatMap { $0.name == "$ref" ? [$0.value.text ?? ""] : references(in: $0.value) }
        case .array(let elements): elements.flatMap { references(in: $0) }
        default: []
        }
    }
}
