import HTTPSupport
import Hummingbird
import Workflow

extension Response {
    /// A page of a list: `items` and `next`, the cursor of the next page or null, with the same in a `Link` header.
    static func page(_ page: Page<some JSONWritable>, for request: Request) -> Response {
        json(taggedFor: request, headers: NextPage.headers(after: page.next, of: request)) { json in
            json.object { json in
                json.members("items", page.items)
                json.member("next", page.next)
            }
        }
    }

    /// A list that is always whole: `items`.
    static func list(_ items: [some JSONWritable], for request: Request) -> Response {
        json(taggedFor: request) { json in json.object { $0.members("items", items) } }
    }

    /// One value.
    static func value(_ value: some JSONWritable, for request: Request) -> Response {
        json(taggedFor: request) { value.write(to: &$0) }
    }

    /// What has been made, and where it can be read.
    static func created(_ value: some JSONWritable, at location: String) -> Response {
        json(.created, headers: [.location: location]) { value.write(to: &$0) }
    }

    /// A list after a record has been added to it.
    static func added(_ items: [some JSONWritable], at location: String) -> Response {
        json(.created, headers: [.location: location]) { json in json.object { $0.members("items", items) } }
    }
}
