"""Makes the first call of libpq behind every write fail, then the second, and so on, until one is not needed any more.

The walk runs inside the process, as tests do; the long form also lets each call hear nothing any more. `scripts/test database` walks
through all of them too, so the short form only takes one write by way of a sample.
"""

from drills import swift_tests


def run(findings, is_short):
    tests = "WorkflowTests.FailureTests/.every.act" if is_short else "WorkflowTests.(FailureTests|RepeatedRequestTests)"
    held, walks = swift_tests.run(findings, tests, is_short)
    faults = "connection lost, out of memory, error of the server" + ("" if is_short else ", silence")
    findings.summary = f"{held} tests held, {walks} walks through every call of a write ({faults})"
