package import Access
package import Incubation
package import Postgres
package import Values

/// Organizations in the order of their numbers, after one.
package struct SelectOrganizations: Statement {
    let filter: OrganizationFilter
    let words: SearchWords?
    let areas: AreaRoots?
    let unpublishedScope: Scope?
    let after: OrganizationNumber?
    let limit: Int

    /// - Parameters:
    ///   - words: the filter's search, folded; nil searches nothing.
    ///   - areas: the filter's area with those that it took over; nil for everywhere.
    ///   - unpublishedScope: where groups are listed that nobody has put on record yet; nil for nowhere.
    package init(
        filter: OrganizationFilter, words: SearchWords?, areas: AreaRoots?, unpublishedIn unpublishedScope: Scope?,
        after: OrganizationNumber?, limit: Int
    ) {
        self.filter = filter
        self.words = words
        self.areas = areas
        self.unpublishedScope = unpublishedScope
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: OrganizationColumns.list)
          FROM organizations o
         WHERE (o.district, o.serial) > (\(after?.district.rawValue ?? 0), \(after?.serial ?? 0))
           AND (\(filter.category) IS NULL OR o.category = \(filter.category))
           AND (\(filter.legalStatus) IS NULL OR o.legal_status = \(filter.legalStatus))
           AND (\(filter.legalForm) IS NULL OR o.legal_form = \(filter.legalForm))
           \(fragment: published)
           \(fragment: areas?.condition ?? "")
           \(fragment: withWords)
         ORDER BY o.district, o.serial
         LIMIT \(limit)
        """
    }

    private var published: SQL {
        switch unpublishedScope {
        case .nation: ""
        case nil: "AND o.legal_status <> 'idea'"
        case .area(let code): "AND (o.legal_status <> 'idea' OR starts_with(o.area, \(code.text)))"
        case .organization(let number): "AND (o.legal_status <> 'idea' OR (o.district, o.serial) = (\(number.district), \(number.serial)))"
        }
    }

    /// A part of its own, because an index is used only where its condition always stands.
    private var withWords: SQL {
        guard let words else { return "" }
        return "AND o.name_bigrams @> \(words.bigrams) AND o.folded_name LIKE ALL (\(words.patterns))"
    }

    package func decode(_ row: Row) throws(PostgresError) -> CommunityOrganization {
        try OrganizationColumns.decode(row)
    }
}

/// Organizations that may be the same as one: equal folded names in the same area.
package struct SelectNearDuplicates: Statement {
    let foldedName: String
    let area: AreaCode
    let other: OrganizationNumber?

    /// - Parameter other: the organization itself, which is left out.
    package init(foldedName: String, area: AreaCode, except other: OrganizationNumber?) {
        self.foldedName = foldedName
        self.area = area
        self.other = other
    }

    package var sql: SQL {
        """
        SELECT \(fragment: OrganizationColumns.list)
          FROM organizations o
         WHERE o.folded_name = \(foldedName)
           AND left(o.area, 9) = left(\(area.text), 9)
           AND (o.district, o.serial) <> (\(other?.district.rawValue ?? 0), \(other?.serial ?? 0))
         ORDER BY o.district, o.serial
         LIMIT 20
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> CommunityOrganization {
        try OrganizationColumns.decode(row)
    }
}
