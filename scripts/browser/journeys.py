"""Jobs that people do, from the way in to the record, with and without JavaScript."""

from urllib.parse import urlsplit

from browser.visit import DESKTOP, PHONE, Device, Visit

DEVICES = (
    Device("phone", PHONE, "dark", "zh-CN", has_script=False),
    Device("desktop", DESKTOP, "light", "en"),
)


def go(browser, service, register, findings):
    """Returns how many pages were opened."""
    opened = 0
    for device in DEVICES:
        for journey in (find_group, record_activity, lose_session, press_twice, recommend):
            with Visit(browser, service, findings, device) as visit:
                try:
                    journey(visit, register)
                except Exception as error:  # Where a journey gets stuck is what it is there to find.
                    visit.found(f"{journey.__name__}: {type(error).__name__}: {str(error).splitlines()[0]}")
                opened += visit.opened
    return opened


def expect(visit, holds, text):
    if not holds:
        visit.found(text)


def find_group(visit, register):
    """A visitor finds a group, changes the language and goes back."""
    visit.open("/")
    visit.page.fill("#q", "合唱")
    visit.press("main form[action='/directory'] button")
    visit.press("main tbody a")
    number = urlsplit(visit.page.url).path.rpartition("/")[2]
    before = visit.page.get_attribute("html", "lang")
    visit.press("nav.languages a")
    expect(visit, visit.page.get_attribute("html", "lang") != before, "the language does not change")
    expect(visit, number in visit.page.inner_text("main"), "the other language shows another group")
    visit.page.go_back()
    visit.page.go_back()
    expect(visit, visit.page.input_value("#q") == "合唱", "what was searched for is gone after going back")


def record_activity(visit, register):
    """Hub staff send a form with a fault, put it right, and find what they recorded."""
    number = register.organizations[1]
    visit.sign_in(register.people["hub"])
    visit.open(f"/organizations/{number}/activities/new")
    title = f"浏览器测试 {visit.device}"
    visit.page.fill("[name=title]", title)
    visit.expected = {422}
    visit.press("main form button")
    visit.expected = set()
    expect(visit, visit.page.locator(".error-summary").count() == 1, "a form with faults does not say so")
    expect(visit, visit.page.input_value("[name=title]") == title, "what was typed is gone")
    visit.check_width()
    visit.page.fill("[name=heldOn]", "2026-05-01")
    visit.page.select_option("[name=kind]", index=1)
    visit.press("main form button")
    expect(visit, urlsplit(visit.page.url).path == f"/organizations/{number}", "recording does not lead to the organization")
    expect(visit, visit.page.locator("main", has_text=title).count() == 1, "what was recorded is not shown")
    expect(visit, visit.page.locator(".notice").count() >= 1, "nothing says that it was saved")


def lose_session(visit, register):
    """A session that ended in the middle of work leads to the way in, and from there back to the work."""
    visit.sign_in(register.people["hub"])
    wanted = f"/organizations/{register.organizations[1]}/activities/new"
    visit.forget()
    visit.page.goto(wanted)
    expect(visit, urlsplit(visit.page.url).path == "/sign-in", "without a session the way in is not offered")
    visit.page.fill("#field-login", "hub")
    visit.page.fill("#field-password", register.people["hub"].password)
    visit.press("main form button")
    expect(visit, urlsplit(visit.page.url).path == wanted, "after signing in the work is not gone on with")
    visit.press("form[action='/sign-out'] button")
    expect(visit, visit.page.locator("a.sign-in").count() == 1, "signing out does not sign out")


def press_twice(visit, register):
    """A second press of the button records nothing twice."""
    number = register.organizations[2]
    visit.sign_in(register.people["hub"])
    visit.open(f"/organizations/{number}/activities/new")
    title = f"两次 {visit.device}"
    visit.page.fill("[name=title]", title)
    visit.page.fill("[name=heldOn]", "2026-05-02")
    visit.page.select_option("[name=kind]", index=1)
    # Without JavaScript the second press breaks off the first one's way, so only where it ends counts.
    visit.page.dblclick("main form button", no_wait_after=True)
    visit.page.wait_for_function("() => !location.pathname.endsWith('/new') && document.readyState === 'complete'")
    times = visit.page.locator("main tr", has_text=title).count()
    expect(visit, times == 1, f"what was sent by two presses is there {times} times")


def recommend(visit, register):
    """Hub staff recommend a move, look the answers over, change one, and find the recommendation in the file."""
    number = register.incubating[DEVICES.index(visit.device)]
    visit.sign_in(register.people["hub"])
    visit.open(f"/organizations/{number}/case")
    visit.press(f"a[href='/organizations/{number}/case/decisions/new']")
    visit.page.select_option("[name=to]", "graduated")
    visit.page.fill("[name=reason]", "四要素已齐")
    visit.press("main form button")
    visit.check_width()
    visit.press("button[name=again]")
    expect(visit, visit.page.input_value("[name=reason]") == "四要素已齐", "what was typed is gone after looking it over")
    visit.page.fill("[name=reason]", "四要素齐备，建议出壳")
    visit.press("main form button")
    visit.press("main form button:not([name])")
    expect(visit, urlsplit(visit.page.url).path == f"/organizations/{number}/case", "recommending does not lead to the case")
    expect(visit, "四要素齐备，建议出壳" in visit.page.inner_text("main"), "what was recommended is not shown")
    visit.check_width()
