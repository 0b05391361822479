"""The pictures of main pages that the README shows."""

from browser.visit import DESKTOP, PHONE, Device, Visit


def _shown(register):
    """Who sees it, on what, the page and the name of its picture."""
    return [
        ("hub", DESKTOP, "/", "hub"),
        ("hub", DESKTOP, "/flagged", "flagged"),
        ("hub", DESKTOP, f"/organizations/{register.own}", "organization"),
        ("member", PHONE, "/", "member"),
        ("visitor", PHONE, f"/status?number={register.own}", "status"),
    ]


def take(browser, service, register, findings, folder):
    """Keeps a picture of the first window of each page. Returns how many there are."""
    shown = _shown(register)
    for role, viewport, path, name in shown:
        device = Device("phone" if viewport is PHONE else "desktop", viewport, "light", "zh-CN")
        with Visit(browser, service, findings, device) as visit:
            if role != "visitor":
                visit.come_in(register.people[role], register.sessions)
            visit.open(path)
            visit.page.screenshot(path=folder / f"{name}.png")
    return len(shown)
