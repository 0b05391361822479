"""The cluster that the drills have for themselves, and a database in it for each drill."""

import json
import os
import pathlib
import signal
import socket
import struct
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".local" / "drill"
EXECUTABLE = os.environ.get("INCUBATOR_EXECUTABLE", str(ROOT / ".build" / "debug" / "incubator"))
# How psql begins to say that it was not let in.
NOT_LET_IN = "psql: error: connection to server"
# Seconds in which a server that was killed must be back.
RECOVERY = 60
SEPARATOR = "\x1f"


def command(*words, database=None, executable=EXECUTABLE, check=True, given=None):
    """Runs the register's command with what is given on standard input. Returns the ended process."""
    environment = {**os.environ, "INCUBATOR_LANGUAGE": "en"}
    if database:
        environment["DATABASE_URL"] = database
    ended = subprocess.run([executable, *map(str, words)], env=environment, input=given, capture_output=True, text=True)
    if check and ended.returncode != 0:
        raise RuntimeError(f"incubator {' '.join(map(str, words))}: {ended.stderr.strip()[-500:]}")
    return ended


class Database:
    """A database of the drill's own, empty and migrated, in the cluster of the drills."""

    def __init__(self, name, executable=EXECUTABLE):
        self.name = name
        self.executable = executable
        self.directory = FOLDER / "database"
        self.start()
        self.query(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", on="postgres")
        self.query(
            f"CREATE DATABASE {name} OWNER incubator_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'", on="postgres")
        self.query(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC", on="postgres")
        self.query(f"GRANT CONNECT, TEMPORARY ON DATABASE {name} TO incubator_service", on="postgres")
        command("database", "migrate", database=self.url("owner"), executable=executable)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        command("database", "stop", "--directory", self.directory, executable=self.executable, check=False)

    def start(self):
        """Starts the cluster unless it runs."""
        command("database", "start", "--directory", self.directory, executable=self.executable)
        self.status = json.loads(
            command("database", "status", "--json", "--directory", self.directory, executable=self.executable).stdout)
        self.postmaster = self.status["process"]
        self.socket = self.part("host") + "/.s.PGSQL." + self.part("port")

    def part(self, keyword):
        """A part of the connection string."""
        return dict(word.split("=", 1) for word in self.status["serviceURL"].split())[keyword]

    def url(self, role, on=None):
        """How `owner`, `service` or `superuser` connects."""
        return self.status[role + "URL"].replace("dbname=incubator", f"dbname={on or self.name}")

    def query(self, sql, on=None):
        """Runs a statement as the superuser. Returns rows of texts."""
        words = ["psql", self.url("superuser", on), "-XAtq", "-v", "ON_ERROR_STOP=1", "-F", SEPARATOR, "-f", "-"]
        limit = time.monotonic() + RECOVERY
        ended = subprocess.run(words, input=sql, capture_output=True, text=True)
        # A server one of whose processes was killed may take a moment to notice, and then turns clients away; nothing has run so far.
        while ended.stderr.startswith(NOT_LET_IN) and time.monotonic() < limit:
            time.sleep(0.1)
            ended = subprocess.run(words, input=sql, capture_output=True, text=True)
        if ended.returncode != 0:
            raise RuntimeError(ended.stderr.strip())
        return [line.split(SEPARATOR) for line in ended.stdout.splitlines()]

    # Killing

    def backends(self):
        """Processes that serve connections of the service."""
        return [number for number, words in self._children() if words.startswith("postgres: incubator_service")]

    def kill_backend(self, chance):
        """Kills one backend of the service. Returns whether there was one."""
        found = self.backends()
        return bool(found) and kill(found[int(chance.random() * len(found))])

    def kill_postmaster(self):
        return kill(self.postmaster)

    def kill_all(self):
        """Kills every process of the server, so that nothing that only lies in its memory can be saved."""
        numbers = [self.postmaster, *(number for number, _ in self._children())]
        for number in numbers:
            os.kill(number, signal.SIGSTOP)
        for number in numbers:
            kill(number)
        return True

    def _children(self):
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                if parent == self.postmaster:
                    yield int(entry.name), (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
            except (OSError, ValueError, IndexError):
                continue

    # Waiting

    def accepts(self):
        """Whether the server would talk to a client now."""
        message = struct.pack("!i", 196608) + b"user\0incubator_service\0database\0" + self.name.encode() + b"\0\0"
        try:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(1)
                connection.connect(self.socket)
                connection.sendall(struct.pack("!i", len(message) + 4) + message)
                return connection.recv(1) == b"R"
        except OSError:
            return False

    def wait_until_accepting(self, seconds=60):
        """Returns the moment at which the server was found to accept connections."""
        limit = time.monotonic() + seconds
        while not self.accepts():
            if time.monotonic() > limit:
                raise RuntimeError("the database did not come back")
            time.sleep(0.005)
        return time.monotonic()


def kill(process):
    """Returns whether there was such a process."""
    try:
        os.kill(process, signal.SIGKILL)
        return True
    except ProcessLookupError:
        return False
