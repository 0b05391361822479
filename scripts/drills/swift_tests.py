"""Runs tests that must look into the process itself, and counts what they say."""

import os
import re
import subprocess

from drills.database import FOLDER, ROOT, command


def run(findings, tests, is_short):
    """Runs the tests of that pattern on a database of their own. Returns how many tests and cases held."""
    directory = FOLDER / "test-database"
    started = command("database", "start", "--directory", directory).stdout
    server = re.search(r"^superuserURL (.*)$", started, re.MULTILINE).group(1)
    environment = {**os.environ, "INCUBATOR_TEST_DATABASE_URL": server, "INCUBATOR_DRILL": "short" if is_short else "long"}
    try:
        ended = subprocess.run(
            ["swift", "test", *build_options(is_short), "--filter", tests], cwd=ROOT, env=environment, capture_output=True, text=True)
    finally:
        command("database", "stop", "--directory", directory, check=False)
    output = ended.stdout + ended.stderr
    for line in output.splitlines():
        if line.startswith("✘") and "recorded an issue" in line:
            findings.broken(line[1:].strip())
    findings.expect(ended.returncode == 0, f"swift test ended with {ended.returncode}: {output[-500:]}")
    findings.expect(re.search(r"Test run with [1-9]", output), "no test was run")
    return len(re.findall(r"^✔ Test .* passed", output, re.MULTILINE)), sum(
        int(count) for count in re.findall(r"^✔ Test .* with (\d+) test cases passed", output, re.MULTILINE))


def build_options(is_short):
    """Within scripts/test everything has been built."""
    return ["--skip-build"] if is_short else []
