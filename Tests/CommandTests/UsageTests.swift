import Testing

/// Wrong usage ends with status 2 and says what would be right; data never goes there.
struct UsageTests {
    @Test(arguments: [
        (["frobnicate"], "Unexpected argument 'frobnicate'"),
        (["credit-code", "check"], "Missing expected argument '<code>'"),
        (["area", "show", "12345"], "The value '12345' is invalid for '<code>'"),
        (["area", "list", "--level", "city"], "prefecture"),
        (["area", "list", "--limit", "0"], "--limit must be at least 1."),
        (["area", "list", "--json", "--csv"], "Choose one of --json and --csv."),
        (["area", "add", "320613003", "任港街道"], "--level"),
        (["area", "import", "--mapping", "m.json"], "--mapping goes with one FILE"),
        (["organization", "show", "42"], "such as 320613-42"),
        (["organization", "list", "--legal-status", "gone"], "deregistered"),
        (["organization", "import"], "Give one of FILE, --manifest and --sample."),
        (["organization", "import", "a.csv", "--manifest", "b.txt"], "Give one of FILE, --manifest and --sample."),
        (["organization", "import", "a.csv", "--kind", "areas"], "incubator area import FILE"),
        (["organization", "import", "a.csv", "--kind", "people"], "organizations"),
        (["organization", "import", "--sample", "x", "--report", "r.csv"], "--report goes with one FILE"),
        (["organization", "create", "名称", "--area", "320613", "--legal-form", "other"], "--legal-status"),
        (["organization", "edit", "320613-1", "--name", "x"], "--version"),
        (["case", "advance", "320613-1", "promoted", "--version", "1"], "graduated"),
        (["case", "mentor", "320613-1", "--from", "2024-01-01"], "need the mentor's name"),
        (["element", "record", "charter", "320613-1", "1", "--adopted-on", "2024-13-01", "--clauses", "purpose"], "2024-13-01"),
        (["assess", "--as-of", "yesterday"], "yesterday"),
        (["calendar", "add", "--days", "0"], "--days must be from 1 to 1000."),
        (["calendar", "add", "--days", "5", "--unit", "week"], "workingDay"),
        (["calendar", "check", "2026-02-30"], "2026-02-30"),
        (["deadline", "show", "320613-1"], "such as 320613-42-7"),
        (["deadline", "list", "--standing", "late"], "overdue"),
        (["deadline", "reassign", "320613-1-1", "--role", "official", "--version", "1"], "Give --role and --area, or --account."),
        (["database", "start", "--directory", ""], "--directory needs a folder."),
    ])
    func `wrong usage is told apart from refusals`(arguments: [String], says words: String) async throws {
        let outcome = try await Executable.withoutDatabase.run(arguments)
        #expect(outcome.status == 2, "\(outcome.complaints)")
        #expect(outcome.output == "")
        #expect(outcome.complaints.contains(words), "\(outcome.complaints)")
        #expect(outcome.complaints.contains("--help") || outcome.complaints.contains("Usage:"))
    }

    /// One of each kind that the parser knows, and of our own.
    @Test(arguments: [
        (["area", "list", "--frobnicate"], "错误：没有选项“--frobnicate”"),
        (["area", "list", "--lvel", "county"], "错误：没有选项“--lvel”，是否要写“--level”？"),
        (["area", "list", "-x"], "错误：没有选项“-x”"),
        (["area", "list", "--limit"], "错误：选项“--limit <limit>”缺少值"),
        (["area", "list", "--json=yes"], "错误：选项“--json”不带值，却写了“yes”"),
        (["frobnicate"], "错误：多余的参数“frobnicate”"),
        (["frobnicate", "合唱"], "错误：多余的参数“frobnicate”“合唱”"),
        (["credit-code", "check"], "错误：缺少“<code>”"),
        (["case", "decide", "320613-1"], "错误：缺少下列之一：--approve、--no-approve"),
        (["area", "show", "12345"], "错误：“<code>”的值“12345”有误"),
        (["area", "list", "--level", "city"], "错误：“--level <level>”的值“city”有误。请写下列之一："),
        (["area", "list", "--level", "city"], "说明：--level <level>  仅此级别的区域。"),
        (["area", "list", "--limit", "many"], "错误：“--limit <limit>”的值“many”有误"),
        (["calendar", "add", "--days", "5", "--unit", "week"], "workingDay"),
        (["area", "list", "--limit", "0"], "错误：--limit 至少为 1。"),
        (["area", "list", "--json", "--csv"], "错误：--json 和 --csv 请写其中一个。"),
        (["case", "mentor", "320613-1", "--from", "2024-01-01"], "就须写导师姓名"),
    ])
    func `wrong usage is told in Chinese too, with what to do next`(arguments: [String], says words: String) async throws {
        let outcome = try await Executable.withoutDatabase.inChinese.run(arguments)
        #expect(outcome.status == 2 && outcome.output == "", "\(outcome.complaints)")
        #expect(outcome.complaints.contains(words), "\(outcome.complaints)")
        #expect(outcome.complaints.hasPrefix("错误：") && outcome.complaints.contains("下一步：运行 incubator"), "\(outcome.complaints)")
        for english in ["Error:", "Usage:", "Help:", "for more information", "命令行有误", "Please", "invalid", "Missing", "Unknown"] {
            #expect(!outcome.complaints.contains(english), "\(outcome.complaints)")
        }
    }

    @Test func `what the parser says besides is told in its own words under a Chinese heading`() async throws {
        let outcome = try await Executable.withoutDatabase.inChinese.run("--generate-completion-script", "nutshell")
        #expect(outcome.status == 2 && outcome.output == "", "\(outcome.complaints)")
        #expect(outcome.complaints.hasPrefix("错误：命令行有误：") && outcome.complaints.contains("nutshell"), "\(outcome.complaints)")
        #expect(outcome.complaints.contains("用法：incubator"), "\(outcome.complaints)")
    }

    @Test func `a group without a command shows its help`() async throws {
        let outcome = try await Executable.withoutDatabase.run("organization")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("SUBCOMMANDS:"))
    }
}
