"""Looks at every page and goes every way."""

import argparse
import pathlib
import shutil
import sys
import time

from playwright.sync_api import sync_playwright

from browser import journeys, pages, paper, pictures
from browser.register import Register
from drills.database import FOLDER, Database
from drills.findings import Findings
from drills.service import Service

ROLES = ("visitor", "hub", "official", "member", "auditor")


def main():
    parser = argparse.ArgumentParser(prog="scripts/browse")
    parser.add_argument("--short", action="store_true", help="minutes in all: fewer colours and widths")
    parser.add_argument("--screenshots", type=pathlib.Path, help="a folder to keep pictures of the pages in")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder to put the README's pictures in; nothing else is looked at")
    options = parser.parse_args()
    for folder in filter(None, (options.screenshots, options.pictures)):
        folder.mkdir(parents=True, exist_ok=True)
    findings, began = Findings("browser"), time.monotonic()
    with Database("browser") as database:
        register = Register(database)
        ready = time.monotonic()
        with Service(database.url("service"), "browser-service") as service, sync_playwright() as playwright:
            # Chromium refuses to run as root in its sandbox; it opens nothing but the pages under test.
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            address = f"http://127.0.0.1:{service.port}"
            if options.pictures:
                opened, gone = pictures.take(browser, address, register, findings, options.pictures), time.monotonic()
            else:
                opened = journeys.go(browser, address, register, findings, options.short)
                gone = time.monotonic()
                opened += pages.look(browser, address, register, findings, ROLES, options.short, options.screenshots)
                opened += paper.look(browser, service, address, register, findings, options.short)
            browser.close()
            for line in service.log.read_text(encoding="utf-8").splitlines():
                if "level=error" in line:
                    findings.broken(line)
    (FOLDER / "browser-findings.txt").write_text("\n".join(findings.violations), encoding="utf-8")
    findings.summary = f"{opened} pages opened as {len(ROLES)} kinds of people; {ready - began:.0f} s for the register, {gone - ready:.0f} s for journeys"
    findings.end(time.monotonic() - began)
    sys.exit(0 if findings.held else 1)


main()
