package import Values

extension CreditCodeFault {
    /// The fault in words; `written` is the code as it was given.
    package func words(written: String) -> RefusalWords {
        let (detail, next) = sentences(written: Refusal.shortened(written))
        return RefusalWords(text("统一社会信用代码有误", "The credit code is wrong"), detail, next: next)
    }

    private func sentences(written: String) -> (BilingualText, BilingualText) {
        let check = text("请对照证书核对。", "Compare it with the certificate.")
        switch self {
        case .empty: return (text("没有填写代码。", "No code is given."), text("请填写 18 位代码。", "Give the 18 characters."))
        case .wrongLength(let length):
            return (text("代码“\(written)”有 \(length) 位，应为 18 位。", "The code “\(written)” has \(length) characters; it must have 18."), check)
        case .forbiddenCharacter(let character, let position):
            return (
                text("第 \(position) 位“\(character)”不是代码所用的字符。", "Character \(position), “\(character)”, is never used in a code."),
                text(
                    "代码不用字母 I、O、Z、S、V：是不是数字 1、0、2、5？请对照证书核对。",
                    "I, O, Z, S and V are not used: is it 1, 0, 2 or 5? Compare it with the certificate.")
            )
        case .unknownDepartment(let character):
            return (
                text("第 1 位“\(character)”不是任何登记管理部门。", "Character 1, “\(character)”, is no registering department."),
                text("社会组织的代码以 5 开头。", "Codes of social organizations begin with 5.")
            )
        case .letterInDivision(let character, let position):
            return (
                text(
                    "第 \(position) 位“\(character)”应为数字：第 3 至 8 位是区划代码。",
                    "Character \(position), “\(character)”, must be a digit: 3 to 8 are the division."),
                check
            )
        case .wrongCheck(_, let expected, let nested):
            let inside = nested.map {
                text("第 17 位也不符，应为“\($0.expected)”。", " Character 17 is wrong as well and should be “\($0.expected)”.")
            }
            return (
                text(
                    "校验码不符：按前 17 位，末位应为“\(expected)”。\(inside?.zh ?? "")",
                    "The check fails: after these 17 characters the last must be “\(expected)”.\(inside?.en ?? "")"),
                check
            )
        case .wrongOrganizationCheck(let nested, _):
            return (
                text(
                    "组织机构代码校验不符：第 17 位应为“\(nested.expected)”。",
                    "The organization code inside fails: character 17 must be “\(nested.expected)”."), check
            )
        }
    }
}
