"""Stands between the service and its database, and breaks the way between them."""

import selectors
import socket
import threading


class Proxy:
    """Forwards TCP connections to the server's socket, by one thread.

    Modes: `open` forwards; `cut` ends every connection and takes no new one; `stall` keeps every connection, old and new, and forwards
    nothing until it is open again; `half-open` swallows what comes over the connections that are there, as when the other end was lost
    without a word, while new ones work.
    """

    def __init__(self, server):
        self.server = server
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.listener.setblocking(False)
        self.port = self.listener.getsockname()[1]
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.listener, selectors.EVENT_READ)
        self.wake, self.woken = socket.socketpair()
        self.selector.register(self.woken, selectors.EVENT_READ)
        self.peers = {}
        self.dead = set()
        self.mode = self.wanted = "open"
        self.changed = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def set(self, mode):
        """Changes the mode; returns when it holds."""
        self.changed.clear()
        self.wanted = mode
        self.wake.send(b"x")
        self.changed.wait()

    def close(self):
        self.set("closed")
        self.thread.join()

    def _run(self):
        while self.mode != "closed":
            events = self.selector.select() if self.mode != "stall" else self._select_wake()
            for key, _ in events:
                if key.fileobj is self.woken:
                    self.woken.recv(1)
                    self._change()
                elif key.fileobj is self.listener:
                    self._accept()
                elif key.fileobj in self.peers or key.fileobj in self.dead:
                    self._forward(key.fileobj)

    def _select_wake(self):
        """In a stall nothing is read, and the system takes new connections on behalf of a listener that does not."""
        self.woken.settimeout(None)
        return [(selectors.SelectorKey(self.woken, self.woken.fileno(), selectors.EVENT_READ, None), selectors.EVENT_READ)]

    def _change(self):
        mode = self.wanted
        if mode in ("cut", "closed"):
            for end in [*self.peers, *self.dead]:
                self._end(end)
        if mode == "half-open":
            # The server's end is gone; the service's end is not told.
            for client in [end for end, (_, is_client) in self.peers.items() if is_client]:
                server, _ = self.peers.pop(client)
                self.peers.pop(server)
                self.selector.unregister(server)
                server.close()
                self.dead.add(client)
        self.mode = mode
        self.changed.set()

    def _accept(self):
        client, _ = self.listener.accept()
        if self.mode == "cut":
            return client.close()
        server = socket.socket(socket.AF_UNIX)
        try:
            server.connect(self.server)
        except OSError:
            return client.close()
        for end, peer, is_client in ((client, server, True), (server, client, False)):
            self.peers[end] = (peer, is_client)
            self.selector.register(end, selectors.EVENT_READ)

    def _forward(self, end):
        try:
            data = end.recv(65_536)
        except OSError:
            data = b""
        if end in self.dead:
            if not data:
                self._end(end)
            return
        try:
            if data:
                return self.peers[end][0].sendall(data)
        except OSError:
            pass
        self._end(end)

    def _end(self, end):
        """Ends a connection on both sides."""
        self.dead.discard(end)
        for one in (end, self.peers.pop(end, (None, None))[0]):
            if one is not None:
                self.peers.pop(one, None)
                if one.fileno() >= 0:
                    self.selector.unregister(one)
                    one.close()
