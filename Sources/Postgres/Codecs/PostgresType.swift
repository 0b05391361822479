/// A data type of the server, known by its object identifier.
///
/// Source of the numbers: `src/include/catalog/pg_type.dat` of PostgreSQL 15; those of built-in types never change.
package struct PostgresType: RawRepresentable, Hashable, Sendable {
    /// The object identifier (`pg_type.oid`).
    package let rawValue: UInt32

    /// Any type, also one that this list does not name.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// The type of an array of this, or nil when this list does not know it.
    package var array: PostgresType? { Self.arrays[self] }

    /// The type of this array's elements, or nil when this is no array that the list knows.
    package var element: PostgresType? { Self.elements[self] }

    /// True for types that an installation made itself (enumerations, extensions): their numbers start at 16384.
    var isUserDefined: Bool { rawValue >= 16384 }
}

extension PostgresType {
    /// `boolean`
    package static let bool = PostgresType(rawValue: 16)
    /// `bytea`
    package static let bytea = PostgresType(rawValue: 17)
    /// `"char"`, one byte
    package static let char = PostgresType(rawValue: 18)
    /// `name`, an identifier of the catalog
    package static let name = PostgresType(rawValue: 19)
    /// `bigint`
    package static let int8 = PostgresType(rawValue: 20)
    /// `smallint`
    package static let int2 = PostgresType(rawValue: 21)
    /// `integer`
    package static let int4 = PostgresType(rawValue: 23)
    /// `text`
    package static let text = PostgresType(rawValue: 25)
    /// `oid`
    package static let oid = PostgresType(rawValue: 26)
    /// `json`
    package static let json = PostgresType(rawValue: 114)
    /// `xml`
    package static let xml = PostgresType(rawValue: 142)
    /// `real`
    package static let float4 = PostgresType(rawValue: 700)
    /// `double precision`
    package static let float8 = PostgresType(rawValue: 701)
    /// a literal whose type nothing decided
    package static let unknown = PostgresType(rawValue: 705)
    /// `character(n)`
    package static let bpchar = PostgresType(rawValue: 1042)
    /// `character varying(n)`
    package static let varchar = PostgresType(rawValue: 1043)
    /// `date`
    package static let date = PostgresType(rawValue: 1082)
    /// `timestamp without time zone`
    package static let timestamp = PostgresType(rawValue: 1114)
    /// `timestamp with time zone`
    package static let timestamptz = PostgresType(rawValue: 1184)
    /// `numeric`
    package static let numeric = PostgresType(rawValue: 1700)
    /// `uuid`
    package static let uuid = PostgresType(rawValue: 2950)
    /// `jsonb`
    package static let jsonb = PostgresType(rawValue: 3802)
    /// `void`, what a procedure-like function answers
    package static let void = PostgresType(rawValue: 2278)
}

extension PostgresType: CustomStringConvertible {
    /// The SQL name, `name[]` for arrays, or the number when unknown.
    package var description: String {
        if let name = Self.names[self] { return name }
        if let element { return "\(element)[]" }
        return "type \(rawValue)"
    }

    private static let names: [PostgresType: String] = [
        .bool: "boolean", .bytea: "bytea", .char: "\"char\"", .name: "name", .int8: "bigint", .int2: "smallint", .int4: "integer",
        .text: "text", .oid: "oid", .json: "json", .xml: "xml", .float4: "real", .float8: "double precision", .unknown: "unknown",
        .bpchar: "character", .varchar: "character varying", .date: "date", .timestamp: "timestamp",
        .timestamptz: "timestamp with time zone", .numeric: "numeric", .uuid: "uuid", .jsonb: "jsonb", .void: "void",
    ]

    private static let arrays: [PostgresType: PostgresType] = [
        .bool: .init(rawValue: 1000), .bytea: .init(rawValue: 1001), .char: .init(rawValue: 1002), .name: .init(rawValue: 1003),
        .int2: .init(rawValue: 1005), .int4: .init(rawValue: 1007), .text: .init(rawValue: 1009), .bpchar: .init(rawValue: 1014),
        .varchar: .init(rawValue: 1015), .int8: .init(rawValue: 1016), .float4: .init(rawValue: 1021),
        .float8: .init(rawValue: 1022), .oid: .init(rawValue: 1028), .timestamp: .init(rawValue: 1115), .date: .init(rawValue: 1182),
        .timestamptz: .init(rawValue: 1185), .numeric: .init(rawValue: 1231), .xml: .init(rawValue: 143),
        .json: .init(rawValue: 199), .uuid: .init(rawValue: 2951), .jsonb: .init(rawValue: 3807),
    ]

    private static let elements = Dictionary(uniqueKeysWithValues: arrays.map { ($1, $0) })
}
