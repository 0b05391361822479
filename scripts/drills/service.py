"""The running service, as its users run it."""

import os
import socket
import subprocess
import time

from drills.client import Client, Lost
from drills.database import EXECUTABLE, FOLDER


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Service:
    """`incubator serve` on a port of its own, restarted at will."""

    def __init__(self, database_url, name, executable=EXECUTABLE):
        self.database_url = database_url
        self.executable = executable
        self.port = free_port()
        self.log = FOLDER / f"{name}.log"
        self.log.unlink(missing_ok=True)
        self.process = None

    def __enter__(self):
        self.start()
        self.wait_until_ready()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def start(self):
        environment = {**os.environ, "DATABASE_URL": self.database_url, "INCUBATOR_LANGUAGE": "en", "SWIFT_BACKTRACE": "enable=no"}
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.executable, "serve", "--port", str(self.port), "--quiet"], env=environment, stdout=log, stderr=log)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def client(self, timeout=15):
        return Client(self.port, timeout)

    def is_ready(self):
        client = self.client(timeout=2)
        try:
            return client.send("GET", "/readyz").status == 200
        except Lost:
            return False
        finally:
            client.close()

    def wait_until_ready(self, seconds=30):
        """Returns the moment at which the service was found to answer."""
        limit = time.monotonic() + seconds
        while not self.is_ready():
            if self.process.poll() is not None:
                raise RuntimeError(f"the service ended with {self.process.returncode}, see {self.log}")
            if time.monotonic() > limit:
                raise RuntimeError(f"the service is not ready, see {self.log}")
            time.sleep(0.01)
        return time.monotonic()

    def gauge(self, name):
        """A number that the service tells of itself."""
        client = self.client()
        try:
            text = client.send("GET", "/metrics").body.decode()
        finally:
            client.close()
        return next((float(line.split()[1]) for line in text.splitlines() if line.split()[0].endswith(name)), None)

    def open_files(self):
        """Files and sockets that the process has open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def threads(self):
        return len(os.listdir(f"/proc/{self.process.pid}/task"))
