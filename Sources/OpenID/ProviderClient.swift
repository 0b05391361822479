import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Asks a provider. Sign-ins are few, so each question has a connection of its own that is gone afterwards.
///
/// No redirect is followed and no answer is read beyond a bound: what is asked for lies where the description says, or nowhere.
struct ProviderClient: Sendable {
    /// Milliseconds until a connection stands, and for a whole question with its answer.
    private static let (connectLimit, limit): (Int64, Int64) = (2_000, 5_000)
    /// Descriptions, sets of keys and tokens are a few kilobytes.
    private static let largestAnswer = 256 << 10

    /// Reads a document.
    ///
    /// - Throws: ``OpenIDFault/unavailable``, ``OpenIDFault/answer``.
    func document(at address: String) async throws(OpenIDFault) -> Data {
        let answer = try await answer(HTTPClientRequest(url: address))
        guard answer.status == 200 else { throw .unavailable }
        return answer.body
    }

    /// Sends a form.
    ///
    /// - Parameter authorization: the value of the header; nil for none.
    /// - Throws: ``OpenIDFault/codeRefused`` when it was understood and refused; as ``document(at:)``.
    func post(
        _ pairs: [(name: String, value: String)], to address: ProviderAddress, authorization: String?
    ) async throws(OpenIDFault) -> Data {
        var request = HTTPClientRequest(url: address.text)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        request.body = .bytes(ByteBuffer(string: FormEncoding.encode(pairs)))
        let answer = try await answer(request)
        switch answer.status {
        case 200: return answer.body
        case 400..<500: throw .codeRefused
        default: throw .unavailable
        }
    }

    private func answer(_ request: HTTPClientRequest) async throws(OpenIDFault) -> (status: UInt, body: Data) {
        var request = request
        request.headers.add(name: "Accept", value: "application/json")
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .milliseconds(Self.connectLimit)
        configuration.httpVersion = .http1Only
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { [request] client in
                let response = try await client.execute(request, timeout: .milliseconds(Self.limit))
                return (response.status.code, Data(try await response.body.collect(upTo: Self.largestAnswer).readableBytesView))
            }
        } catch is NIOTooManyBytesError {
            throw .answer
        } catch {
            throw .unavailable
        }
    }
}
