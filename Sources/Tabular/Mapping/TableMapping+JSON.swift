import FoundationEssentials

extension TableMapping {
    /// Reads a mapping file.
    /// - Throws: a ``TableRefusal`` that names the place in the file and what would be right there.
    package init(json: [UInt8]) throws(TableRefusal) {
        do {
            self = try JSONDecoder().decode(TableMapping.self, from: Data(json))
        } catch let problem as MappingProblem {
            throw TableRefusal(problem.finding)
        } catch let error as DecodingError {
            throw TableRefusal(MappingProblem(error).finding)
        } catch {
            throw TableRefusal(MappingProblem.notJSON.finding)
        }
    }
}

extension TableMapping: Decodable {
    package init(from decoder: any Decoder) throws {
        self.init()
        let object = try MappingObject(
            decoder,
            keys: ["kind", "source", "encoding", "delimiter", "columns", "otherColumns", "missing", "skipWhen", "repeat", "comment"])
        kind = try object.text("kind")
        source = try object.value("source", as: Attribution.self)
        encoding = try Self.encoding(object)
        delimiter = try Self.delimiter(object)
        columns = try object.value("columns", as: [String: ColumnRule].self) ?? [:]
        switch try object.text("otherColumns") ?? "ignore" {
        case "ignore": matchesByName = columns.isEmpty
        case "byName": matchesByName = true
        default: throw object.wrong("otherColumns", allowed: "ignore, byName")
        }
        missing = Set(try object.value("missing", as: [String].self) ?? [])
        skipWhen = try object.list("skipWhen", of: Condition.self)
        repetitions = try object.list("repeat", of: Repetition.self)
    }

    private static func encoding(_ object: MappingObject) throws -> TextEncoding? {
        guard let name = try object.text("encoding"), name != "auto" else { return nil }
        guard let encoding = TextEncoding(rawValue: name.lowercased()) else {
            throw object.wrong("encoding", allowed: "auto, utf-8, gb18030")
        }
        return encoding
    }

    private static func delimiter(_ object: MappingObject) throws -> UInt8? {
        guard let text = try object.text("delimiter"), text != "auto" else { return nil }
        guard text.utf8.count == 1, let byte = text.utf8.first, CSVOptions.delimiters.contains(byte) else {
            throw object.wrong("delimiter", allowed: #"auto, ",", ";", "\t""#)
        }
        return byte
    }
}

extension TableMapping.Attribution: Decodable {
    package init(from decoder: any Decoder) throws {
        let object = try MappingObject(decoder, keys: ["name", "licence", "url", "attribution"])
        name = try object.required("name", as: String.self)
        licence = try object.text("licence")
        url = try object.text("url")
        attribution = try object.text("attribution")
    }
}

extension TableMapping.Condition: Decodable {
    package init(from decoder: any Decoder) throws {
        let object = try MappingObject(decoder, keys: ["column", "is", "isNot", "empty"])
        column = try object.required("column", as: String.self)
        switch (try object.texts("is"), try object.texts("isNot"), try object.value("empty", as: Bool.self)) {
        case (let texts?, nil, nil): (self.texts, negated) = (Set(texts), false)
        case (nil, let texts?, nil): (self.texts, negated) = (Set(texts), true)
        case (nil, nil, let empty?): (texts, negated) = ([""], !empty)
        default: throw object.wrong("is", allowed: "is | isNot | empty")
        }
    }
}

extension TableMapping.Repetition: Decodable {
    package init(from decoder: any Decoder) throws {
        let object = try MappingObject(decoder, keys: ["columns", "skipWhen"])
        columns = try object.required("columns", as: [String: ColumnRule].self)
        skipWhen = try object.list("skipWhen", of: TableMapping.Condition.self)
    }
}
