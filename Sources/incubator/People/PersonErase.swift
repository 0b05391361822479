import ArgumentParser
import Incubation
import Values
import Workflow

struct PersonErase: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: .words(
            zh: "永久销毁登记系统所存的某人信息，并显示留存的内容。",
            en: "Destroy what the register knows of a person, for good; prints what is left."),
        discussion: .words(
            zh: """
                密钥、姓名和联系方式予以销毁。任职记录去除姓名后保留，使人数和分数不变。人员编号列入已删除人员名单；恢复备份后，\
                `person replay` 据此重新删除。
                """,
            en: """
                The key, the name and the contacts are destroyed. Posts stay, nameless, so that counts and scores do not change. The person's \
                number goes to the list of erased people, from which `person replay` erases again after a restore.
                """)
    )

    @OptionGroup var person: PersonArguments

    @Option(help: .words(zh: "理由。", en: "Why."))
    var basis: ErasureBasis

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let erasure = try await ErasePerson(registry: registry)(
            person.person, of: person.organization.number, on: basis, as: caller)
        try Terminal.show(Record(erasure.person), asJSON: format.json)
        if erasure.mentions > 0 {
            Terminal.complain(
                BilingualText(
                    zh: "该组织另有 \(erasure.mentions) 处文字（理由、活动名称等）仍提到此人，请查看。",
                    en: "Texts about the organization, such as reasons and titles, that still mention the person: \(erasure.mentions)."))
        }
    }
}
