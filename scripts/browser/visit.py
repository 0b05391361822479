"""One person at one device, and what is wrong with the pages that they open."""

from typing import NamedTuple
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

from browser.register import one_time_code

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
# The success criteria of WCAG 2.2 up to AA.
STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# Seconds until a page must have come.
PATIENCE = 15
# How much wider than the window a page is, and what makes it so.
OVERFLOW = """() => {
    const room = document.documentElement.clientWidth;
    const excess = document.documentElement.scrollWidth - room;
    if (excess <= 0) return null;
    const wide = [...document.querySelectorAll("main *, header *")].filter((e) => e.getBoundingClientRect().right > room + 1);
    return `${excess} px: ` + wide.slice(-3).map((e) => e.tagName.toLowerCase() + "." + e.className).join(", ");
}"""


# More often than that nobody presses Tab to get somewhere.
MOST_TABS = 60
# Whether what the selector names has the focus, and shows it; null where something else has it.
FOCUSED = """selector => {
    const element = document.activeElement;
    if (!element || !element.matches(selector)) return null;
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
}"""


class Device(NamedTuple):
    name: str
    viewport: dict
    scheme: str
    language: str
    has_script: bool = True

    def __str__(self):
        return f"{self.name} {self.scheme} {self.language}{'' if self.has_script else ' without JavaScript'}"


class Visit:
    """A browser window with cookies of its own."""

    def __init__(self, browser, address, findings, device):
        self.address, self.findings, self.device = address, findings, device
        self._browser = browser
        self._context = browser.new_context(
            viewport=device.viewport, color_scheme=device.scheme, locale=device.language, java_script_enabled=device.has_script,
            is_mobile=device.viewport is PHONE, reduced_motion="reduce", base_url=address)
        self._context.set_default_timeout(PATIENCE * 1000)
        self.page = self._context.new_page()
        self.opened = 0
        # What a form that is sent with faults is answered with, on purpose.
        self.expected = set()
        self.page.on("response", self._look_at_answer)
        self.page.on("console", self._look_at_message)
        self.page.on("pageerror", lambda error: self.found(f"the script fails: {error}"))

    def beside(self):
        """Somebody else's window, at a device of the same kind."""
        return Visit(self._browser, self.address, self.findings, self.device)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._context.close()

    def found(self, text):
        self.findings.broken(f"{urlsplit(self.page.url).path} ({self.device}): {text}")

    def _look_at_answer(self, answer):
        if answer.status >= 400 and answer.status not in self.expected:
            self.findings.broken(f"{answer.url}: {answer.status}")
        if not answer.url.startswith((self.address, "data:", "about:")):
            self.findings.broken(f"{self.page.url} asks elsewhere: {answer.url}")

    def _look_at_message(self, message):
        # The answers themselves are looked at above.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.found(f"the console says: {message.text}")

    # What people do

    def open(self, path):
        answer = self.page.goto(path, wait_until="load")
        self.opened += 1
        if answer is None or answer.status != 200:
            self.findings.broken(f"{path} ({self.device}): answered {answer and answer.status}")
        return self.page

    def press(self, selector):
        """Presses what leads to another page, and waits for it."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.click(selector)
        self.opened += 1

    def tab_to(self, selector):
        """Goes on with the Tab key until what is wanted has the focus, and looks whether one can see that it has."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            is_seen = self.page.evaluate(FOCUSED, selector)
            if is_seen is not None:
                if not is_seen:
                    self.found(f"one cannot see that {selector} has the focus")
                return
        raise RuntimeError(f"{selector} is not reached by the keyboard")

    def press_key(self, key):
        """Presses a key that leads to another page, and waits for it."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press(key)
        self.opened += 1

    def come_in(self, person, sessions):
        """Goes on with the session that the person has on another device, or signs in: whoever signs in often has to wait."""
        if person.login in sessions:
            self._context.add_cookies(sessions[person.login])
        else:
            self.sign_in(person)
            sessions[person.login] = self._context.cookies()

    def sign_in(self, person):
        self.open("/sign-in")
        self.page.fill("#field-login", person.login)
        self.page.fill("#field-password", person.password)
        self.press("main form button")
        if urlsplit(self.page.url).path == "/account/second-factor":
            self.set_up_second_factor()
        if self.page.locator("form[action='/sign-out']").count() != 1:
            raise RuntimeError(f"{person.login} did not come in: {self.page.url}")

    def set_up_second_factor(self):
        self.press("main form[action='/account/second-factor'] button")
        self.page.fill("#field-code", one_time_code(self.page.inner_text(".code-line code")))
        self.press("main form[action='/account/second-factor/code'] button")

    def forget(self):
        """Loses the session, as after the time that it lasts."""
        self._context.clear_cookies()

    # What is looked at

    def check_width(self):
        overflow = self.page.evaluate(OVERFLOW)
        if overflow:
            self.found(f"wider than the window by {overflow}")

    def check_access(self, options):
        for violation in Axe().run(self.page, options=options).response["violations"]:
            places = "; ".join(f"{' '.join(map(str, node['target']))}" for node in violation["nodes"][:3])
            self.found(f"{violation['id']} ({violation['help']}): {places}")

    def use(self, viewport, scheme):
        self.device = self.device._replace(name="phone" if viewport is PHONE else "desktop", scheme=scheme)
        self.page.set_viewport_size(viewport)
        self.page.emulate_media(color_scheme=scheme)
