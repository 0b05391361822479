import ArgumentParser
import Foundation
import HTTPSupport
import OpenID
import Values
import WebPages

/// By which identity provider people may sign in. Each option may be given in the environment instead; on the command line it counts.
struct IdentityProviderOptions: ParsableArguments {
    @Option(
        name: .customLong("identity-provider"),
        help: ArgumentHelp(
            .words(
                zh: "人员可以用来登录的 OpenID Connect 认证方（默认：INCUBATOR_IDENTITY_PROVIDER，否则无）。",
                en: "An OpenID Connect provider by which people may sign in as well (default: INCUBATOR_IDENTITY_PROVIDER, else none)."),
            valueName: "url"))
    var issuer: String?

    @Option(
        name: .customLong("identity-client"),
        help: ArgumentHelp(
            .words(
                zh: "本系统在认证方的客户端标识（默认：INCUBATOR_IDENTITY_CLIENT）。",
                en: "As which client the provider knows the register (default: INCUBATOR_IDENTITY_CLIENT)."), valueName: "id"))
    var client: String?

    @Option(
        name: .customLong("identity-secret-file"),
        help: ArgumentHelp(
            .words(
                zh: "存放客户端密钥的文件，只有所有者可读（默认：INCUBATOR_IDENTITY_SECRET_FILE，否则无密钥）。",
                en: "A file with the client's secret, for its owner's eyes alone (default: INCUBATOR_IDENTITY_SECRET_FILE, else no secret)."
            ),
            valueName: "file"))
    var secretFile: String?

    @Option(
        name: .customLong("identity-second-factor"),
        help: ArgumentHelp(
            .words(
                zh: """
                    认证方的 amr 或 acr 中可视为第二重验证的值；可写多次（默认：INCUBATOR_IDENTITY_SECOND_FACTOR 中以空格分隔的各值，\
                    否则一律不视为）。
                    """,
                en: """
                    A value of the provider's amr or acr that counts as a second factor; may be given several times (default: those in \
                    INCUBATOR_IDENTITY_SECOND_FACTOR between spaces, else none counts).
                    """), valueName: "value"))
    var secondFactor: [String] = []

    /// The provider; nil where nobody is named.
    ///
    /// - Throws: what the command ends with.
    func settings(at address: LoopbackAddress, behind site: PublicSite?) throws -> OpenIDSettings? {
        guard let issuer = issuer ?? Self.setting("PROVIDER") else { return nil }
        guard let client = client ?? Self.setting("CLIENT") else { throw Terminal.refuse(IdentityProviderFault.clientMissing.words) }
        guard let origin = site?.origin ?? address.origin else { throw Terminal.refuse(IdentityProviderFault.addressUnknown.words) }
        let values = secondFactor.isEmpty ? (Self.setting("SECOND_FACTOR") ?? "").split(separator: " ").map(String.init) : secondFactor
        let secret = try secret()
        do throws(OpenIDSettings.Fault) {
            return try OpenIDSettings(
                issuer: issuer, client: client, secret: secret, returnAddress: origin + WebPages.providerReturnPath,
                secondFactorValues: Set(values))
        } catch {
            throw Terminal.refuse(IdentityProviderFault.settings(error).words)
        }
    }

    private func secret() throws -> String? {
        guard let path = secretFile ?? Self.setting("SECRET_FILE") else { return nil }
        let file = SecretFile(path: path)
        do throws(SecretFile.Fault) {
            guard let text = try file.text() else {
                throw SecretFile.Fault(reason: BilingualText(zh: "文件不存在。", en: "there is no such file."))
            }
            return text.trimmingCharacters(in: .whitespacesAndNewlines)
        } catch {
            throw file.refusal(error.reason)
        }
    }

    private static func setting(_ name: String) -> String? {
        ProcessInfo.processInfo.environment["INCUBATOR_IDENTITY_\(name)"].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// What is wrong with the settings of the identity provider.
enum IdentityProviderFault {
    case clientMissing
    /// The system chooses the port, so nobody can tell the provider where browsers come back.
    case addressUnknown
    case settings(OpenIDSettings.Fault)

    var words: ProblemWords {
        let title = BilingualText(zh: "统一身份认证的设置有误", en: "The identity provider cannot be used as it is set")
        return switch self {
        case .clientMissing:
            ProblemWords(
                title: title,
                detail: BilingualText(zh: "没有指明客户端标识。", en: "It is not said as which client the provider knows the register."),
                nextStep: BilingualText(zh: "请用 --identity-client 指明。", en: "Give it with --identity-client."))
        case .addressUnknown:
            ProblemWords(
                title: title,
                detail: BilingualText(
                    zh: "端口由系统选择，认证方无从得知返回地址。", en: "The system chooses the port, so the provider cannot know where to lead back."),
                nextStep: BilingualText(
                    zh: "请用 --public-url 或 --port 指明。", en: "Name the address with --public-url, or the port with --port."))
        case .settings(.issuer(let text)):
            ProblemWords(
                title: title,
                detail: BilingualText(zh: "“\(text)”不是认证方的地址。", en: "“\(text)” is no address of a provider."),
                nextStep: BilingualText(
                    zh: "请给出 https:// 开头的地址，不带参数；仅本机可用 http://。",
                    en: "Give an address that begins with https://, without a query; http:// is for this machine alone."))
        case .settings(.client(let text)):
            ProblemWords(
                title: title, detail: BilingualText(zh: "“\(text)”不能是客户端标识。", en: "“\(text)” cannot be a client's identifier."),
                nextStep: BilingualText(zh: "请使用认证方给出的标识。", en: "Give the identifier that the provider gave out."))
        case .settings(.secret):
            ProblemWords(
                title: title,
                detail: BilingualText(zh: "密钥文件为空，或含有不可见字符。", en: "The secret is empty or has characters that cannot be seen."),
                nextStep: BilingualText(
                    zh: "请把认证方给出的密钥放进文件的第一行。", en: "Put the secret that the provider gave out on the file's one line."))
        }
    }
}
