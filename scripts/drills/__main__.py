"""Runs the drills that are named and says how they ended."""

import argparse
import importlib
import sys
import time

from drills.findings import Findings

ALL = ["kill", "race", "nth", "outage", "tamper", "contract", "fuzz", "planted"]
# `scripts/test database` walks through all of it already.
SHORT = [name for name in ALL if name != "nth"]


def run(name, is_short):
    """Runs one drill. Returns whether it held."""
    print(f"{name}: begins{' (short form)' if is_short else ''}", flush=True)
    began = time.monotonic()
    findings = Findings(name)
    try:
        importlib.import_module(f"drills.{name}").run(findings, is_short)
    except Exception as error:  # What keeps a drill from ending is a broken promise too.
        findings.broken(f"the drill did not end: {type(error).__name__}: {error}")
        if not is_short:
            raise
    finally:
        findings.end(time.monotonic() - began)
    return findings.held


def main():
    parser = argparse.ArgumentParser(prog="scripts/drill")
    parser.add_argument("drill", choices=[*ALL, "all"])
    parser.add_argument("--short", action="store_true", help="minutes in all; the long forms take hours")
    options = parser.parse_args()
    names = [options.drill] if options.drill != "all" else SHORT if options.short else ALL
    failed = [name for name in names if not run(name, options.short)]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


main()
