import Testing

@testable import WebPages

/// What the language of templates means, tag by tag.
struct RenderingTests {
    private struct Row: Encodable {
        let name: String?
        var tags: [String] = []
    }

    private struct Outer: Encodable {
        var name = "outer"
        var isOpen = true
        var rows: [Row] = []
        var row: Row?
    }

    private func page(_ text: String, _ view: Outer, _ others: [String: String] = [:], sentences: [String: String] = [:]) throws -> String {
        let sources = try others.merging(["page": text]) { _, new in new }.mapValues { try TemplateNode.parse($0) }
        let template = try TemplateCompiler(sources: sources, sentences: sentences).compile("page")
        return String(decoding: template.render(try ViewEncoder.value(of: view)), as: UTF8.self)
    }

    @Test func `values are escaped and looked for outwards`() throws {
        let view = Outer(name: "<&>", rows: [Row(name: "a", tags: ["1", "2"]), Row(name: "b")])
        #expect(try page("{{name}}|{{#rows}}{{name}}{{#tags}}{{name}}{{.}}{{/tags}};{{/rows}}", view) == "&lt;&amp;&gt;|aa1a2;b;\n")
        #expect(try page("{{#rows}}{{isOpen}}{{#isOpen}}!{{/isOpen}}{{/rows}}", view) == "!!\n")
    }

    @Test func `a value that is absent is not looked for further out`() throws {
        let view = Outer(rows: [Row(name: nil)])
        #expect(try page("{{#rows}}[{{name}}{{#name}}!{{/name}}{{^name}}-{{/name}}]{{/rows}}", view) == "[-]\n")
    }

    @Test func `a way of names leads into what the first one names`() throws {
        #expect(try page("{{row.name}}{{#row.tags}}{{.}}{{/row.tags}}", Outer(row: Row(name: "x", tags: ["y"]))) == "xy\n")
        #expect(try page("[{{row.name}}{{^row.name}}-{{/row.name}}]", Outer(row: nil)) == "[-]\n")
        // What is not in it is not looked for outside of it.
        #expect(try page("[{{row.isOpen}}{{#row.isOpen}}!{{/row.isOpen}}]", Outer(row: Row(name: "x"))) == "[]\n")
    }

    @Test func `templates stand in each other, and blocks are replaced from further out`() throws {
        let others = [
            "frame": "<{{$content}}none{{/content}}>", "list": "{{<frame}}{{$content}}list {{$more}}{{/more}}{{/content}}\n{{/frame}}",
        ]
        #expect(try page("{{>frame}}", Outer(), others) == "<none>\n")
        #expect(try page("{{<frame}}{{$content}}{{name}}{{/content}}\n{{/frame}}", Outer(), others) == "<outer>\n")
        #expect(try page("{{<list}}{{$more}}{{name}}{{/more}}\n{{/list}}", Outer(), others) == "<list outer>\n")
        #expect(try page("{{<list}}{{$content}}mine{{/content}}\n{{/list}}", Outer(), others) == "<mine>\n")
    }

    @Test func `a tag on a line of its own leaves no line, and indentation is not sent`() throws {
        let view = Outer(rows: [Row(name: "a"), Row(name: "b")])
        #expect(try page("<ul>\n  {{#rows}}\n    <li>{{name}}\n  {{/rows}}\n</ul>", view) == "<ul>\n<li>a\n<li>b\n</ul>\n")
    }

    @Test func `sentences are written out, escaped, and read for no tags`() throws {
        #expect(try page("{{w.a.b}}{{w.a.c}}", Outer(), sentences: ["a.b": "x < {{name}}"]) == "x &lt; {{name}}\n")
    }

    @Test(arguments: [
        "{{{name}}}", "{{&name}}", "{{!name}}", "{{=<% %>=}}", "{{}}", "{{ name }}", "{{#a}}", "{{#a}}{{/b}}", "{{/a}}", "{{name",
        "{{#}}{{/}}", "{{>*name}}",
    ])
    func `what the language has not is refused`(_ text: String) {
        #expect(throws: TemplateFault.self) { try TemplateNode.parse(text) }
    }

    @Test func `a template that calls for itself or for none is refused`() throws {
        #expect(throws: TemplateFault(near: "page")) { try page("{{>other}}", Outer(), ["other": "{{>page}}"]) }
        #expect(throws: TemplateFault(near: "other")) { try page("{{>other}}", Outer()) }
    }
}
