"""A client of the service: plain HTTP/1.1 over one connection, nothing repeated or followed unasked."""

import json
import socket
from typing import NamedTuple


class Lost(Exception):
    """The request has no answer: refused, cut off, or too late. Whether it took effect is unknown."""


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def problem(self):
        """The stable name of a refusal."""
        try:
            return self.json["type"].removeprefix("/problems/")
        except (ValueError, KeyError):
            return ""

    @property
    def version(self):
        """The version that the answer's tag tells."""
        return int(self.headers["etag"].strip('"').removeprefix("v"))

    def __str__(self):
        return f"{self.status} {self.body[:300].decode(errors='replace')}"


# The API token of the account that drills act by, see register.fill.
token = None


def sign_in(secret):
    """Lets every later request carry the token."""
    global token
    token = secret


def headers(key=None, version=None):
    """What every request of a drill carries: the one place that knows how a drill signs in."""
    fields = {"Accept": "application/json", "Accept-Language": "en"}
    if token is not None:
        fields["Authorization"] = f"Bearer {token}"
    if key is not None:
        fields["Idempotency-Key"] = key
    if version is not None:
        fields["If-Match"] = f'"v{version}"'
    return fields


def request(method, path, port, fields=None, body=None):
    """The bytes of a request."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
    content = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
    lines += [f"{name}: {value}" for name, value in (fields or headers()).items()]
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
    return "\r\n".join([*lines, "", ""]).encode() + content


class Client:
    """One connection, opened when it is needed."""

    def __init__(self, port, timeout):
        self.port = port
        self.timeout = timeout
        self.socket = None
        self.pending = b""

    def send(self, method, path, body=None, fields=None):
        """Sends a request and waits for the answer."""
        self.begin(request(method, path, self.port, fields, body))
        return self.answer()

    def begin(self, data):
        """Sends bytes of a request."""
        try:
            if self.socket is None:
                self.pending = b""
                self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=self.timeout)
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.socket.sendall(data)
        except OSError as error:
            self.close()
            raise Lost(str(error)) from None

    def answer(self):
        """Takes the answer to the oldest request that has none."""
        try:
            while b"\r\n\r\n" not in self.pending:
                self._receive()
            head, _, self.pending = self.pending.partition(b"\r\n\r\n")
            first, *lines = head.decode().split("\r\n")
            fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            length = int(fields.get("content-length", "0"))
            while len(self.pending) < length:
                self._receive()
            body, self.pending = self.pending[:length], self.pending[length:]
        except (OSError, ValueError) as error:
            self.close()
            raise Lost(str(error)) from None
        if fields.get("connection", "").lower() == "close":
            self.close()
        return Answer(int(first.split()[1]), fields, body)

    def _receive(self):
        data = self.socket.recv(65_536)
        if not data:
            raise OSError("the connection was closed")
        self.pending += data

    def close(self):
        if self.socket is not None:
            self.socket.close()
            self.socket = None
