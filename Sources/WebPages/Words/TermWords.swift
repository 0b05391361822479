import Values

/// Words for values that several pages show.
struct TermWords: Sendable {
    let unknown = both("未填写", "not recorded")
    let any = both("不限", "any")
    let nextPage = both("下一页", "Next page")
    let firstPage = both("回到第一页", "First page")
    let pages = both("翻页", "Pages")
    let errorPrefix = both("出错：", "Error: ")
}
