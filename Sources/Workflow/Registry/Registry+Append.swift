import Access
import Incubation
import Postgres
import Store
import Values

extension Registry {
    /// Adds a record to an organization's file and answers with what the file then holds.
    ///
    /// The organization is locked first, so that what is added and what is read back belong together.
    /// - Parameter check: refuses what cannot be recorded, as far as it tells by itself.
    /// - Throws: ``Refusal/alreadyRecorded(_:)`` when the record's key is taken.
    func append<Result: Sendable>(
        _ act: Act, _ command: some Command, _ subject: Refusal.Subject, to number: OrganizationNumber, as caller: Caller,
        checking check: () throws -> Void, then load: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await append(act, subject, to: number, as: caller, checking: check, making: { _ in command }, then: load)
    }

    /// The same for a record that names a person, whom the register may have to add first.
    ///
    /// - Parameter make: makes the record, with the organization locked.
    func append<Result: Sendable>(
        _ act: Act, _ subject: Refusal.Subject, to number: OrganizationNumber, as caller: Caller, checking check: () throws -> Void,
        making make: (PeopleSealer) async throws -> some Command, then load: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await self.act(act, on: .organization(number), as: caller, checking: check) { transaction, _ in
            _ = try await transaction.organization(number, lock: true)
            let command = try await make(PeopleSealer(of: number, in: transaction, from: people))
            do {
                try await transaction.run(command)
            } catch let error as PostgresError where error.sqlState == .uniqueViolation {
                throw Refusal.alreadyRecorded(subject)
            }
            return try await load(transaction)
        }
    }

    /// - Throws: ``Refusal/notPossible(field:_:)`` for a day that has not come yet.
    func refuseFuture(_ day: Day?, field: String) throws(Refusal) {
        guard let day, day > today else { return }
        throw .notPossible(field: field, text("日期 \(day) 尚未到来", "the day \(day) has not come yet"))
    }
}

/// Shared bounds of what people write.
enum FieldRules {
    /// - Throws: ``Refusal/missing(field:)`` for nothing but spaces, ``Refusal/notPossible(field:_:)`` for what is too long or has control
    ///   characters.
    static func refuseText(_ value: String, field: String, longest: Int = 200) throws(Refusal) {
        if value.allSatisfy(\.isWhitespace) { throw .missing(field: field) }
        try refuseLine(value, field: field, longest: longest)
    }

    /// A text of several lines that must not be missing, such as a reason.
    static func refuseParagraphs(_ value: String, field: String, longest: Int) throws(Refusal) {
        if value.allSatisfy(\.isWhitespace) { throw .missing(field: field) }
        try refuseLength(value, field: field, longest: longest)
    }

    /// A name or a contact of a person: no masked one, which would take the place of the true one, and no identity number, which the
    /// register never keeps.
    static func refusePersonal(_ value: String?, field: String) throws(Refusal) {
        guard let value else { return }
        try refuseText(value, field: field)
        if value.contains(Masking.star) {
            throw .notPossible(field: field, text("含有“*”，是遮盖后的值", "it has an asterisk, so it is a masked value"))
        }
        try refuseIdentityNumber(value, field: field)
    }

    static func refuseIdentityNumber(_ value: String?, field: String) throws(Refusal) {
        guard let value, IdentityNumber.isWritten(in: value) else { return }
        throw .notPossible(field: field, text("含有公民身份号码，本系统不保存", "it has an identity number, which is never kept here"))
    }

    /// A text of one line, or none.
    static func refuseLine(_ value: String?, field: String, longest: Int = 200) throws(Refusal) {
        try refuseLength(value, field: field, longest: longest)
        guard let value, value.unicodeScalars.contains(where: isControl) else { return }
        throw .notPossible(field: field, text("含有换行或控制字符", "it has a line break or another control character"))
    }

    /// A text of several lines, or none. Counted in code points, because one visible character may be made of any number of them.
    static func refuseLength(_ value: String?, field: String, longest: Int) throws(Refusal) {
        guard let value else { return }
        if value.unicodeScalars.count > longest {
            throw .notPossible(field: field, text("最多 \(longest) 个字", "it has more than \(longest) characters"))
        }
        if value.unicodeScalars.contains(where: { isControl($0) && !"\t\r\n\u{2028}".unicodeScalars.contains($0) }) {
            throw .notPossible(field: field, text("含有控制字符", "it has a control character"))
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .lineSeparator
    }

    static func refuseNegative(_ value: Int32?, field: String) throws(Refusal) {
        guard let value, value < 0 else { return }
        throw .notPossible(field: field, text("不能为负数", "it is negative"))
    }

    static func refuseOrder(_ earlier: Day, _ later: Day?, field: String) throws(Refusal) {
        guard let later, later < earlier else { return }
        throw .notPossible(field: field, text("早于 \(earlier)", "it lies before \(earlier)"))
    }
}
