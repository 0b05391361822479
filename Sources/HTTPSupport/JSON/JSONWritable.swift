package import Values

/// What can be written as one JSON value.
package protocol JSONWritable {
    /// Writes exactly one value.
    func write(to json: inout JSONWriter)
}

/// Members with their values. What is not known is written as null, never left out, so that a reader can tell the two apart.
extension JSONWriter {
    package mutating func member(_ name: StaticString, _ value: String?) {
        self.name(name)
        if let value { string(value) } else { null() }
    }

    package mutating func member(_ name: StaticString, _ value: (some FixedWidthInteger)?) {
        self.name(name)
        if let value { integer(value) } else { null() }
    }

    package mutating func member(_ name: StaticString, _ value: Bool?) {
        self.name(name)
        if let value { boolean(value) } else { null() }
    }

    package mutating func member(_ name: StaticString, _ value: Double?) {
        self.name(name)
        if let value { number(value) } else { null() }
    }

    /// ISO 8601, `2013-12-31`.
    package mutating func member(_ name: StaticString, _ value: Day?) {
        member(name, value?.iso)
    }

    /// RFC 3339 in UTC.
    package mutating func member(_ name: StaticString, _ value: Instant?) {
        member(name, value?.rfc3339)
    }

    /// A decimal string with two places, `"12.05"`: a JSON number would pass through floating point at the reader.
    package mutating func member(_ name: StaticString, _ value: Money?) {
        member(name, value?.decimal)
    }

    /// Both languages, `{"zh-CN": …, "en": …}`.
    package mutating func member(_ name: StaticString, _ value: BilingualText?) {
        self.name(name)
        guard let value else { return null() }
        object { json in
            json.member("zh-CN", value.zh)
            json.member("en", value.en)
        }
    }

    package mutating func member(_ name: StaticString, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

    package mutating func member(_ name: StaticString, optional value: (some JSONWritable)?) {
        self.name(name)
        if let value { value.write(to: &self) } else { null() }
    }

    package mutating func members(_ name: StaticString, _ values: some Sequence<some JSONWritable>) {
        self.name(name)
        array(values) { json, value in value.write(to: &json) }
    }

    /// A list of codes or other texts.
    package mutating func texts(_ name: StaticString, _ values: some Sequence<String>) {
        self.name(name)
        array(values) { json, value in json.string(value) }
    }
}
