import Values

extension RequestFault {
    /// Title, detail and next step.
    package var words: ProblemWords {
        switch self {
        case .malformedRequest: Self.malformed
        case .headersTooLarge: Self.headers
        case .tooSlow: Self.slow
        case .bodyTooLarge(let limit): Self.body(limit)
        case .contentType(let type): Self.type(type)
        case .json(let fault): Self.json(fault)
        case .notAcceptable(let type): Self.accept(type)
        case .noSuchPath(let path): Self.path(Self.shortened(path))
        case .methodNotAllowed(let method, let allowed): Self.method(method, allowed.joined(separator: ", "))
        case .foreignHost(let host): Self.host(Self.shortened(host))
        case .foreignOrigin: Self.origin
        case .forgedForm: Self.forgery
        case .badQuery(let name): Self.query(Self.shortened(name))
        case .busy: Self.busyWords
        case .tooMany(let seconds): Self.tooMany(seconds)
        case .unexpected: Self.unexpectedWords
        }
    }

    private static func shortened(_ value: String) -> String {
        value.count > 60 ? value.prefix(59) + "…" : value
    }

    private static var malformed: ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "请求无法识别", en: "The request cannot be read"),
            detail: BilingualText(zh: "收到的内容不是 HTTP/1.1 请求。", en: "What came in is no HTTP/1.1 request."),
            nextStep: BilingualText(zh: "请检查客户端或代理。", en: "Check the client or the proxy."))
    }

    private static var forgery: ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "这份表单已经失效", en: "The form is out of date"),
            detail: BilingualText(
                zh: "表单没有带上本次登录的校验码：可能是在另一次登录时打开的，也可能来自别的网站。没有改动任何内容。",
                en: "It lacks the mark of this sign-in: it was opened in another one, or comes from another site. Nothing was changed."),
            nextStep: BilingualText(
                zh: "请返回并重新打开该页面，再提交一次；程序请在 X-CSRF-Token 中带上校验码。",
                en: "Go back, open the page anew and send it again; a program sends the mark in X-CSRF-Token."))
    }

    private static var headers: ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "请求头过大", en: "The headers are too large"),
            detail: BilingualText(zh: "请求行与请求头超过上限。", en: "The request line and headers exceed the limit."),
            nextStep: BilingualText(zh: "请缩短地址或减少请求头。", en: "Shorten the address or send fewer headers."))
    }

    private static var slow: ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "请求传送过慢", en: "The request came in too slowly"),
            detail: BilingualText(zh: "未能在规定时间内收到完整请求。", en: "It was not complete in time; nothing was done."),
            nextStep: BilingualText(zh: "请检查网络后重试。", en: "Check the network and send it again."))
    }

    private static func body(_ limit: Int) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "内容过大", en: "The body is too large"),
            detail: BilingualText(zh: "请求内容超过 \(limit) 字节。", en: "The body has more than \(limit) bytes."),
            nextStep: BilingualText(zh: "请分批提交，或使用导入命令。", en: "Send it in parts, or use the import command."))
    }

    private static func type(_ type: String?) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "内容类型不受支持", en: "The content type is not supported"),
            detail: type.map {
                BilingualText(zh: "不接受“\(shortened($0))”。", en: "“\(shortened($0))” is not accepted.")
            } ?? BilingualText(zh: "没有注明内容类型。", en: "No content type is given."),
            nextStep: BilingualText(zh: "请发送 UTF-8 的 application/json。", en: "Send application/json in UTF-8."))
    }

    private static func json(_ fault: JSONFault) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "JSON 无法识别", en: "The JSON cannot be read"),
            detail: BilingualText(
                zh: "第 \(fault.line) 行第 \(fault.column) 字节：\(fault.words.zh)。",
                en: "Line \(fault.line), byte \(fault.column): \(fault.words.en)."),
            nextStep: BilingualText(zh: "请更正后再提交。", en: "Correct it and send again."))
    }

    private static func accept(_ type: String) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "没有所要的格式", en: "Not available in the format asked for"),
            detail: BilingualText(zh: "此处只提供 \(type)。", en: "This exists as \(type) only."),
            nextStep: BilingualText(zh: "请在 Accept 中写上 \(type)。", en: "Name \(type) in Accept."))
    }

    private static func path(_ path: String) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "没有这个地址", en: "There is nothing at this address"),
            detail: BilingualText(zh: "没有“\(path)”。", en: "There is no “\(path)”."),
            nextStep: BilingualText(zh: "所有地址见 /openapi.yaml。", en: "All addresses are listed in /openapi.yaml."))
    }

    private static func method(_ method: String, _ allowed: String) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "此处不能用这个方法", en: "The method is not allowed here"),
            detail: BilingualText(zh: "此地址不接受 \(method)。", en: "This address does not take \(method)."),
            nextStep: BilingualText(zh: "可用：\(allowed)。", en: "It takes \(allowed)."))
    }

    private static func host(_ host: String) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "请求发错了主机", en: "The request is meant for another host"),
            detail: BilingualText(
                zh: "本服务不是“\(host)”；在有账号之前只答复本机。",
                en: "This service is not “\(host)”; until it has accounts it answers this machine only."),
            nextStep: BilingualText(
                zh: "请用 localhost、127.0.0.1 或 [::1] 加端口访问。", en: "Use localhost, 127.0.0.1 or [::1] with the port."))
    }

    private static var origin: ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "表单来自别处", en: "The form comes from elsewhere"),
            detail: BilingualText(zh: "这份表单不是从本系统的页面提交的，没有办理。", en: "It was not sent from a page of this service; nothing was done."),
            nextStep: BilingualText(zh: "请打开本系统的页面，重新填写。", en: "Open the page here and fill it in again."))
    }

    private static func query(_ name: String) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "查询参数无法识别", en: "The query cannot be read"),
            detail: BilingualText(zh: "“\(name)”编码有误或重复出现。", en: "“\(name)” is wrongly encoded, or given more than once."),
            nextStep: BilingualText(zh: "请每个参数只写一次，并按 UTF-8 百分号编码。", en: "Give each parameter once, percent-encoded as UTF-8."))
    }

    private static var busyWords: ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "服务繁忙", en: "The service is busy"),
            detail: BilingualText(zh: "同时处理的请求已满，本次未处理。", en: "It has as much to do as it takes on at once; this was not done."),
            nextStep: BilingualText(zh: "请稍后重试。", en: "Try again shortly."))
    }

    private static func tooMany(_ seconds: Int) -> ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "查询过于频繁", en: "Too many requests"),
            detail: BilingualText(
                zh: "此网络地址在短时间内发出的查询过多，本次未处理。", en: "This network address asked for too much in a short time; this was not done."),
            nextStep: BilingualText(
                zh: "请在 \(seconds) 秒后重试；登录后不受此限。", en: "Try again in \(seconds) seconds; whoever has signed in is not limited."))
    }

    private static var unexpectedWords: ProblemWords {
        ProblemWords(
            title: BilingualText(zh: "服务出错", en: "Something went wrong in the service"),
            detail: BilingualText(zh: "发生了意料之外的错误，已记入日志。", en: "It failed in a way that nobody foresaw; the log has the details."),
            nextStep: BilingualText(
                zh: "请把本答复中的请求编号告知管理员。", en: "Tell the administrator the request number in this answer."))
    }
}
