import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

extension ServiceContext {
    /// The organization that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such organization.
    func organization() throws(Refusal) -> OrganizationNumber {
        let text = key("number")
        guard let number = OrganizationNumber(text) else { throw .notFound(.organization, text) }
        return number
    }

    /// The year that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no year of four digits as well: it has no calendar.
    func year() throws(Refusal) -> Int {
        let text = key("year")
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text), year > 0 else {
            throw .notFound(.calendar, text)
        }
        return year
    }

    /// The pending item that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well.
    func pendingItem() throws(Refusal) -> PendingItemNumber {
        let text = key("item")
        guard let number = PendingItemNumber(text) else { throw .notFound(.pendingItem, text) }
        return number
    }

    /// A key in the path, decoded; empty when it cannot be, which names nothing.
    func key(_ name: String) -> String {
        parameters.get(name).flatMap { PercentEncoding.decode($0) } ?? ""
    }
}

extension QueryFields {
    /// `size` and `after`.
    mutating func page() throws(Refusal) -> PageRequest {
        try PageRequest(size: try size() ?? 50, after: text("after"))
    }

    /// How many rows are wanted.
    mutating func size() throws(Refusal) -> Int? {
        try value("size", expected: FieldWords.integer(from: "1", to: "500")) { Int($0) }
    }

    /// The number of an organization.
    mutating func organization(_ name: String = "organization") throws(Refusal) -> OrganizationNumber? {
        try value(name, expected: BilingualText(zh: "组织编号，如 320613-42", en: "a number such as 320613-42")) { OrganizationNumber($0) }
    }

    /// The number of a run.
    mutating func run(_ name: String = "run") throws(Refusal) -> Int64? {
        try value(name, expected: FieldWords.integer(from: "1", to: "9223372036854775807")) { Int64($0).flatMap { $0 > 0 ? $0 : nil } }
    }
}
