import EmbeddedFiles
import Foundation
import SeededRandom
import Store
import Testing

/// What makes two spellings of a name equal.
struct NameFoldingTests {
    private static let folding = NameFolding.standard

    private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

    private static func randomNames(seed: UInt64) -> [String] {
        var chance = Seed(seed)
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x4E00...0x9FFF, 0xFF01...0xFF5E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x1100...0x11FF, 0x2E80...0x33FF,
            0xAC00...0xD7A3, 0xF900...0xFAD9, 0xFB00...0xFDFF, 0x1F100...0x1F64F, 0x20000...0x20FFF, 0x1E00...0x1FFF,
        ]
        return (0..<3_000).map { _ in
            var name = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &chance) {
                let range = ranges.randomElement(using: &chance) ?? 0x20...0x7E
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &chance)) { name.append(scalar) }
            }
            return String(name)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `folding a folded name changes nothing`(seed: UInt64) {
        for name in Self.randomNames(seed: seed) + ["İstanbul", "ᄀ!ᅡ", "ﷺ", "㍿", "Ǆ", "ΟΔΟΣ"] {
            let folded = Self.folding.fold(name)
            #expect(Self.scalars(Self.folding.fold(folded)) == Self.scalars(folded), "seed \(seed): \(Self.scalars(name))")
        }
    }

    @Test func `every traditional character is folded as its simplified one`() throws {
        let table = try #require(EmbeddedFile.named("reference/han/simplified.csv")?.text)
        var count = 0
        for row in table.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = row.split(separator: ",").map(String.init)
            #expect(Self.folding.fold(cells[0]) == Self.folding.fold(cells[1]), "\(row)")
            #expect(Self.folding.fold(cells[0]) == cells[1], "\(row)")
            count += 1
        }
        #expect(count > 2_900)
    }

    @Test(arguments: [4, 5] as [UInt64])
    func `width and case do not matter`(seed: UInt64) {
        var chance = Seed(seed)
        for _ in 1...500 {
            let name = String(
                (0..<10).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &chance))) })
            let wide = String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == " " ? "\u{3000}" : Self.wide($0) }))
            let folded = Self.folding.fold(name)
            #expect(Self.folding.fold(wide) == folded, "seed \(seed): \(name)")
            #expect(Self.folding.fold(name.uppercased()) == folded, "seed \(seed): \(name)")
            #expect(Self.folding.fold(wide.lowercased()) == folded, "seed \(seed): \(name)")
            #expect(folded.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }, "seed \(seed): \(folded)")
        }
    }

    private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
    }

    @Test(arguments: [
        ("城東樂隊ＡＢＣ（1）", "城东乐队abc1"), ("  城 东 ", "城东"), ("——！", ""), ("", ""), ("①号楼", "1号楼"), ("㈱", "株"), ("Café", "café"),
        ("𠮷野", "𠮷野"), ("々", "々"), ("〇", "〇"),
    ])
    func `names are folded as people compare them`(name: String, folded: String) {
        #expect(Self.folding.fold(name) == folded)
    }

    @Test(arguments: [
        ("", [String]()), ("团", ["团"]), ("合唱", ["合唱"]), ("合唱合唱", ["合唱", "唱合"]), ("𠮷野家", ["𠮷野", "野家"]),
    ])
    func `bigrams are neighbouring characters, each once`(folded: String, bigrams: [String]) {
        #expect(NameFolding.bigrams(of: folded) == bigrams)
    }

    @Test(arguments: [("合唱 团", ["合唱", "团"]), ("  ", []), ("100%_", ["100"]), ("%", []), (#"a\b"#, ["ab"]), ("％＿", [])])
    func `search words have nothing that a pattern would take for its own`(typed: String, words: [String]) {
        #expect(SearchWords(typed, folding: Self.folding).words == words)
    }

    @Test func `a search has no more words than anybody types`() {
        let typed = (1...50).map { "词\($0)" }.joined(separator: " ")
        #expect(SearchWords(typed, folding: Self.folding).words.count == SearchWords.most)
    }
}
