import Values

extension PublicSite.Fault {
    package var words: ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "公开地址不能使用", en: "The public address cannot be used"),
            detail: BilingualText(
                zh: "“\(text.prefix(60))”不是 https:// 加主机名的地址。",
                en: "“\(text.prefix(60))” is not https:// with the name of a host."),
            nextStep: BilingualText(
                zh: "请写成 https://register.example，或带端口；后面不加路径。",
                en: "Write https://register.example, with a port if need be and without a path."))
    }
}
