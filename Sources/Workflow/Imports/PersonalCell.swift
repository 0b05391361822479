import Tabular
import Values

/// What a cell that names or reaches a person must not hold, as the use cases that record one refuse it too.
enum PersonalCell {
    static func findings(in row: MappedRow, _ column: Int) -> [Finding] {
        guard let value = row.text(column) else { return [] }
        if value.contains(Masking.star) {
            return [
                finding(
                    row, column, "value-masked", ("含有“*”，是遮盖后的值", "it has an asterisk, so it is a masked value"),
                    remedy: ("填写完整的值", "give the whole value"))
            ]
        }
        guard IdentityNumber.isWritten(in: value) else { return [] }
        return [
            finding(
                row, column, "identity-number", ("含有公民身份号码，本系统不保存", "it has an identity number, which is never kept here"),
                remedy: ("删去号码", "leave the number out"))
        ]
    }

    private static func finding(
        _ row: MappedRow, _ column: Int, _ code: String, _ message: (String, String), remedy: (String, String)
    ) -> Finding {
        Finding(row, row.schema.columns[column].name, value: "•••", code: code, message, remedy: remedy)
    }
}
