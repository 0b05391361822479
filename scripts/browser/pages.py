"""The pages that each kind of person goes to, looked at in every form that they can have."""

from browser.addresses import OF_OFFICIALS, of
from browser.visit import DESKTOP, PHONE, STANDARD, Device, Visit

LANGUAGES = ("zh-CN", "en")


def look(browser, service, register, findings, roles, is_short, screenshots):
    """Opens every page of the roles. Returns how many were opened."""
    opened = 0
    for role in roles:
        for language in LANGUAGES:
            # The rest of an official's pages are those of the hub's staff.
            pages = OF_OFFICIALS if is_short and role == "official" else of(role, register)
            device = Device("desktop", DESKTOP, "light", language)
            with Visit(browser, service, findings, device) as visit:
                _come_in(visit, role, register)
                for path in pages:
                    visit.open(path)
                    _look_at(visit, is_short)
                    if screenshots:
                        _keep(visit, screenshots, role, path, language)
                opened += visit.opened
            if is_short and language != LANGUAGES[0]:
                continue
            without = Device("phone", PHONE, "light", language, has_script=False)
            with Visit(browser, service, findings, without) as visit:
                _come_in(visit, role, register)
                for path in pages:
                    visit.open(path)
                    visit.check_width()
                opened += visit.opened
    return opened


def _come_in(visit, role, register):
    if role != "visitor":
        visit.come_in(register.people[role], register.sessions)


def _look_at(visit, is_short):
    """The short form leaves out what hardly differs: one language at the desk in the light, the other on a dark telephone."""
    forms = [(DESKTOP, "light"), (PHONE, "dark"), (PHONE, "light"), (DESKTOP, "dark")]
    if is_short:
        forms = forms[:1] if visit.device.language == LANGUAGES[0] else forms[1:2]
    for viewport, scheme in forms:
        visit.use(viewport, scheme)
        visit.check_access(STANDARD)
        visit.check_width()
    if not is_short:
        visit.page.emulate_media(media="print")
        visit.check_width()
        visit.page.emulate_media(media="screen")
    visit.use(DESKTOP, "light")


def _keep(visit, folder, role, path, language):
    name = f"{role}{path.replace('/', '-').replace('?', '-')}-{language}"
    for viewport, scheme in ((PHONE, "dark"), (PHONE, "light"), (DESKTOP, "light"), (DESKTOP, "dark")):
        visit.use(viewport, scheme)
        device = "phone" if viewport is PHONE else "desktop"
        visit.page.screenshot(path=folder / f"{name}-{device}-{scheme}.png", full_page=True)
    visit.use(DESKTOP, "light")
