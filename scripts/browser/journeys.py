"""Jobs that people do, from the way in to the record, with and without JavaScript."""

import csv
import io
import pathlib
import re
import secrets
from urllib.parse import urlsplit

import openpyxl

from browser.register import DISTRICT, Person
from browser.visit import DESKTOP, PHONE, STANDARD, Device, Visit

DEVICES = (
    Device("phone", PHONE, "dark", "zh-CN", has_script=False),
    Device("desktop", DESKTOP, "light", "en"),
)


def go(browser, service, register, findings, is_short):
    """Returns how many pages were opened."""
    journeys = [
        find_group, go_by_keys, record_activity, keep_form, press_twice, recommend, approve, import_table, take_away]
    if not is_short:
        journeys += [keep_form_of_new_role, lose_session, go_back, two_tabs, work_on_flags, administer]
    opened = 0
    for device in DEVICES:
        for journey in journeys:
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
    visit.come_in(register.people["hub"], register.sessions)
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


def go_by_keys(visit, register):
    """Somebody without a mouse signs in, finds a group and records an activity."""
    if visit.device.viewport is not DESKTOP:
        return
    person, title = register.people["hub"], "按键 by keys"
    visit.open("/sign-in")
    visit.tab_to("a.skip")
    visit.tab_to("#field-login")
    visit.page.keyboard.insert_text(person.login)
    visit.tab_to("#field-password")
    visit.page.keyboard.insert_text(person.password)
    visit.press_key("Enter")
    visit.open("/directory")
    visit.tab_to("#q")
    visit.page.keyboard.insert_text("合唱")
    visit.press_key("Enter")
    visit.tab_to("main tbody a")
    visit.press_key("Enter")
    visit.open(f"/organizations/{register.organizations[2]}/activities/new")
    visit.tab_to("[name=title]")
    visit.page.keyboard.insert_text(title)
    visit.tab_to("[name=heldOn]")
    # Chromium takes the parts of a day in the order of the language.
    visit.page.keyboard.type("05012026" if visit.device.language == "en" else "20260501")
    visit.tab_to("[name=kind]")
    visit.page.keyboard.press("ArrowDown")
    visit.tab_to("main form button")
    visit.press_key("Enter")
    expect(visit, visit.page.locator("main", has_text=title).count() == 1, "what was recorded by the keyboard is not shown")


def lose_session(visit, register):
    """A session that ended in the middle of work leads to the way in, and from there back to the work."""
    visit.come_in(register.people["hub"], register.sessions)
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
    visit.come_in(register.people["hub"], register.sessions)
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
    visit.come_in(register.people["hub"], register.sessions)
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


def send_checked(visit):
    """Sends a form that is looked over before it counts."""
    visit.press("main form button")
    visit.check_width()
    visit.press("main form button:not([name])")


def approve(visit, register):
    """Three people graduate a group, each led there by what waits for them, and anybody can confirm its certificate."""
    number = register.incubating[3 + DEVICES.index(visit.device)]
    file = f"/organizations/{number}"
    visit.come_in(register.people["hub"], register.sessions)
    visit.open(f"{file}/case/decisions/new")
    visit.page.select_option("[name=to]", "graduated")
    visit.page.fill("[name=reason]", "孵化期满")
    send_checked(visit)
    for login, form in ((f"expert-{visit.device.name}", "review"), (f"approver-{visit.device.name}", "approval")):
        with visit.beside() as other:
            other.come_in(register.people[login], register.sessions)
            other.open("/")
            expect(other, other.page.locator(f"main a[href^='{file}/pending/']").count() == 1, "what waits is not on the home page")
            other.press(f"main a[href^='{file}/pending/']")
            other.press(f"main a[href='{file}/case/{form}']")
            expect(other, "孵化期满" in other.page.inner_text("main"), "one cannot see what one says a word on")
            other.check_width()
            other.page.select_option("[name=hasInterest]", "no")
            other.page.select_option("[name=word]", "yes")
            other.page.fill("[name=reason]", f"同意 {form}")
            send_checked(other)
            expect(other, f"同意 {form}" in other.page.inner_text("main"), "the word is not shown")
            visit.opened += other.opened
    visit.open(f"{file}/documents")
    visit.press("main a[href*='/documents/']:not([href$='/new'])")
    mark = re.search(r"[0-9A-Z]{6}-[0-9A-Z]{6}-[0-9A-Z]{6}", visit.page.inner_text("main")).group()
    visit.forget()
    visit.open(f"/verify?number={mark}")
    certificate = "ertificate" if visit.device.language == "en" else "证书"
    shown = visit.page.inner_text("main")
    expect(visit, certificate in shown, f"a visitor cannot confirm the certificate: {shown}")


def fill_activity(visit, number, title):
    visit.open(f"/organizations/{number}/activities/new")
    visit.page.fill("[name=title]", title)
    visit.page.fill("[name=heldOn]", "2026-05-03")
    visit.page.select_option("[name=kind]", index=1)


def keep_form(visit, register):
    """A session that ended while a form was filled in loses nothing of it: after signing in it is there as it was typed."""
    number, title = register.organizations[3], f"会话已过 {visit.device}"
    visit.come_in(register.people["hub"], register.sessions)
    fill_activity(visit, number, title)
    visit.forget()
    visit.expected = {401}
    visit.press("main form button")
    visit.expected = set()
    visit.check_width()
    visit.page.fill("#field-login", "hub")
    visit.page.fill("#field-password", register.people["hub"].password)
    visit.press("main form button")
    visit.press("main form button")
    expect(visit, visit.page.input_value("[name=title]") == title, "what was typed before the session ended is gone")
    expect(visit, visit.page.input_value("[name=heldOn]") == "2026-05-03", "the day that was typed is gone")
    visit.press("main form button")
    times = visit.page.locator("main tr", has_text=title).count()
    expect(visit, times == 1, f"what was typed before the session ended is recorded {times} times")


def keep_form_of_new_role(visit, register):
    """A form comes back too where a second factor has to be set up first, because its sender was given another role meanwhile."""
    person, title = register.people[f"late-{visit.device.name}"], f"新角色 {visit.device}"
    visit.sign_in(person)
    fill_activity(visit, register.organizations[0], title)
    visit.forget()
    register.promote(person)
    visit.expected = {401}
    visit.press("main form button")
    visit.expected = set()
    visit.page.fill("#field-login", person.login)
    visit.page.fill("#field-password", person.password)
    visit.press("main form button")
    visit.check_width()
    visit.set_up_second_factor()
    visit.check_width()
    if visit.device.has_script:
        visit.check_access(STANDARD)
    visit.press("main form button")
    expect(visit, visit.page.input_value("[name=title]") == title, "what was typed before the second factor is gone")
    visit.press("main form button")
    times = visit.page.locator("main tr", has_text=title).count()
    expect(visit, times == 1, f"what was typed before the second factor is recorded {times} times")


def download(visit, ending):
    """A list as a file."""
    with visit.page.expect_download() as begun:
        visit.page.click(f".exports a[href*='.{ending}']")
    return pathlib.Path(begun.value.path()).read_bytes()


def numbers_listed(visit):
    """The numbers of the organizations of a list, one page after the other."""
    found = []
    while True:
        found += visit.page.locator("main tbody th .code").all_inner_texts()
        following = visit.page.locator(".paging a[rel=next]")
        if following.count() == 0:
            return found
        with visit.page.expect_navigation(wait_until="load"):
            following.click()
        visit.opened += 1


def take_away(visit, register):
    """Hub staff filter the list, keep its address, open it again, and take the same rows away as CSV and as a spreadsheet."""
    visit.come_in(register.people["hub"], register.sessions)
    visit.open("/flagged")
    if visit.page.locator("details.fold > summary").is_visible():
        visit.page.click("details.fold > summary")
    visit.page.select_option("#severity", "high")
    visit.page.select_option("#order", index=1)
    visit.press("form.filter button")
    address, order = visit.page.url, visit.page.input_value("#order")
    listed = numbers_listed(visit)
    visit.open("/")
    visit.open(address)
    expect(visit, visit.page.input_value("#severity") == "high", "a saved address forgets what was filtered by")
    expect(visit, visit.page.input_value("#order") == order, "a saved address forgets the order")
    written = download(visit, "csv")
    expect(visit, written.startswith(b"\xef\xbb\xbf"), "a CSV without its mark is garbled by spreadsheet programs")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    taken = list(dict.fromkeys(row[0] for row in rows[1:]))
    expect(visit, listed and taken == listed, f"the CSV holds {len(taken)} organizations, the page {len(listed)}")
    sheet = openpyxl.load_workbook(io.BytesIO(download(visit, "xlsx"))).active
    cells = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
    # Shares are numbers in a spreadsheet and words in a CSV.
    texts = [place for place, cell in enumerate(cells[1]) if isinstance(cell, str)]
    same = [[row[place] for place in texts] for row in rows] == [[row[place] for place in texts] for row in cells]
    expect(visit, same and len(texts) > 6, f"the spreadsheet of {len(cells)} rows differs from the CSV of {len(rows)}")


def go_back(visit, register):
    """Going back after sending a form and sending it again records nothing twice."""
    number, title = register.organizations[4], f"返回 {visit.device}"
    visit.come_in(register.people["hub"], register.sessions)
    fill_activity(visit, number, title)
    visit.press("main form button")
    visit.page.go_back()
    # Some browsers keep what was typed, some do not.
    visit.page.fill("[name=title]", title)
    visit.page.fill("[name=heldOn]", "2026-05-03")
    visit.page.select_option("[name=kind]", index=1)
    # The same form is answered as before; a new one of the same content is told that it is recorded already.
    visit.expected = {409}
    visit.press("main form button")
    visit.expected = set()
    visit.open(f"/organizations/{number}")
    times = visit.page.locator("main tr", has_text=title).count()
    expect(visit, times == 1, f"what was sent again after going back is there {times} times")


def two_tabs(visit, register):
    """Of two tabs that edit one record, the later is told of it and keeps what was typed."""
    path = f"/organizations/{register.organizations[4]}/edit"
    visit.come_in(register.people["hub"], register.sessions)
    visit.open(path)
    first = visit.page
    visit.page = first.context.new_page()
    visit.open(path)
    visit.page.fill("[name=englishName]", f"Second tab {visit.device.name}")
    visit.press("main form button")
    visit.page.close()
    visit.page = first
    typed = f"First tab {visit.device.name}"
    visit.page.fill("[name=englishName]", typed)
    visit.expected = {412}
    visit.press("main form button")
    visit.expected = set()
    expect(visit, visit.page.locator(".error-summary").count() == 1, "an edit of an old version is not told so")
    expect(visit, visit.page.input_value("[name=englishName]") == typed, "what was typed over an old version is gone")
    visit.check_width()
    visit.press("main form button")
    expect(visit, typed in visit.page.inner_text("main"), "after looking at the newer version it cannot be saved")


def table(*rows):
    head = "name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey"
    return {"name": "名册.csv", "mimeType": "text/csv", "buffer": "\n".join([head, *rows, ""]).encode()}


def await_import(visit):
    """Looks at an import until it has ended: the script does so by itself, without it a link does."""
    for _ in range(60):
        if visit.page.locator("[data-look-again]").count() == 0:
            return
        if visit.device.has_script:
            visit.page.wait_for_timeout(500)
        else:
            visit.press("[data-look-again] a")
    visit.found("an import does not end")


def import_table(visit, register):
    """A hub's manager sends a table with a fault, then a good one, and finds both among their imports."""
    visit.sign_in(register.people[f"manager-{visit.device.name}"])
    visit.open("/imports")
    visit.expected = {422}
    visit.press("main form button")
    visit.expected = set()
    expect(visit, visit.page.locator(".error-summary").count() == 1, "a form without a file does not say so")
    key = f"{visit.device.name}-{secrets.token_hex(4)}"
    name = f"导入{key}"
    sound = f"{name},unincorporated,filed,2024-01-15,{DISTRICT},browser,{key}"
    visit.page.set_input_files("#file", table(sound, f"无处,unincorporated,filed,2024-01-15,999999,browser,{key}-2"))
    visit.press("main form button")
    await_import(visit)
    visit.check_width()
    expect(visit, visit.page.locator(".outcome-bad").count() == 1, "a table with a fault is not refused")
    expect(visit, visit.page.locator("a[href$='findings.csv']").count() == 1, "rejected rows cannot be downloaded")
    visit.open("/imports")
    visit.page.set_input_files("#file", table(sound))
    visit.press("main form button")
    await_import(visit)
    expect(visit, visit.page.locator(".outcome-good").count() == 1, "a good table is not tried without errors")
    visit.press("button[value=apply]")
    await_import(visit)
    expect(visit, visit.page.locator(".outcome-good").count() == 1, "a good table is not imported")
    visit.open("/imports")
    expect(visit, visit.page.locator("a[href^='/imports/']").count() >= 3, "one's own imports are not listed")
    visit.check_width()
    if visit.device.has_script:
        visit.check_access(STANDARD)
    visit.open(f"/directory?q={key}")
    expect(visit, name in visit.page.inner_text("main"), "what was imported is not found")


def work_on_flags(visit, register):
    """A hub's manager ticks several flags, looks at what would happen, and takes them on."""
    visit.sign_in(register.people[f"lead-{visit.device.name}"])
    visit.open("/flagged")
    ticks = visit.page.locator("input[name=item]")
    # Each device takes on flags that the other leaves alone.
    start = 2 * DEVICES.index(visit.device)
    for place in (start, start + 1):
        ticks.nth(place).check()
    visit.press("form[action='/flag-batches'] button")
    visit.check_width()
    visit.page.fill("[name=due]", "2030-01-01")
    visit.press("main form button")
    expect(visit, visit.page.locator("main tbody tr").count() == 2, "not each chosen flag is there to be looked over")
    visit.check_width()
    if visit.device.has_script:
        visit.check_access(STANDARD)
    visit.press("button[name=checked]")
    expect(visit, visit.page.locator("main tbody .chip-good").count() == 2, "not each chosen flag was taken on")
    expect(visit, f"lead-{visit.device.name}" in visit.page.inner_text("main tbody"), "who has a flag is not shown by name")
    visit.check_width()


def administer(visit, register):
    """A security administrator invites somebody, who comes in, gets a role, and is shut out."""
    login = f"new-{visit.device.name}"
    visit.sign_in(register.people[f"guard-{visit.device.name}"])
    visit.open("/accounts")
    visit.press("main .heading a.button")
    visit.page.fill("[name=login]", login)
    visit.page.fill("[name=displayName]", "新来的人")
    visit.press("main form button")
    invitation = visit.page.inner_text(".code-line code").strip()
    visit.press("main .button-row a")
    account = urlsplit(visit.page.url).path
    visit.press(f"a[href='{account}/roles']")
    visit.page.select_option("[name=role]", "reviewer")
    visit.page.fill("[name=area]", DISTRICT)
    visit.press("main form button")
    expect(visit, visit.page.locator("main tbody tr").count() >= 1, "a role that was granted is not shown")
    visit.check_width()

    person = Person(login, secrets.token_urlsafe(16))
    with visit.beside() as other:
        other.open("/activate")
        other.page.fill("[name=invitation]", invitation)
        other.page.fill("[name=password]", person.password)
        other.press("main form button")
        other.sign_in(person)
        visit.open(account)
        visit.press(f"form[action='{account}/disabling'] button")
        other.page.goto("/pending")
        expect(visit, urlsplit(other.page.url).path == "/sign-in", "who is disabled goes on working")
        other.page.fill("#field-login", login)
        other.page.fill("#field-password", person.password)
        other.expected = {401, 422}
        other.press("main form button")
        expect(visit, other.page.locator("form[action='/sign-out']").count() == 0, "who is disabled comes in")
    visit.press(f"form[action='{account}/enabling'] button")
    expect(visit, visit.page.locator(f"form[action='{account}/disabling']").count() == 1, "an account cannot be enabled again")
