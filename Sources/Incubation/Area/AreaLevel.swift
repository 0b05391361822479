package import Values

/// The level of an area. It is recorded, never read off the name: a body called a community may be a subdistrict.
package enum AreaLevel: String, CaseIterable, Hashable, Sendable {
    case province
    /// 地级: a city or another prefecture-level division.
    case prefecture
    /// 县级: a district, county or county-level city.
    case county
    /// 乡级: a subdistrict, town, township or a unit like them.
    case township
    /// 社区 or 村: the area of a residents' or villagers' committee.
    case community
    /// 邻里.
    case neighbourhood
    /// 小区: a residential compound.
    case compound
    /// 网格.
    case grid

    /// How many digits a code of this level has; 12 with a local part below the community.
    package var digitCount: Int {
        switch self {
        case .province: 2
        case .prefecture: 4
        case .county: 6
        case .township: 9
        case .community, .neighbourhood, .compound, .grid: 12
        }
    }

    /// Whether the level has no national code, so that its areas are numbered locally under a community.
    package var isLocal: Bool {
        switch self {
        case .neighbourhood, .compound, .grid: true
        case .province, .prefecture, .county, .township, .community: false
        }
    }

    /// Whether a code of this shape can belong to this level.
    package func admits(_ code: AreaCode) -> Bool {
        code.digitCount == digitCount && code.text.contains("-") == isLocal
    }
}
