"""What people print: whether all that a page shows is on the sheets, whole, readable and inside what a printer can print."""

import io
import logging
import random
import string
import unicodedata

import pdfplumber

from browser.visit import DESKTOP, Device, Visit
from drills.people import Session

LANGUAGES = ("zh-CN", "en")
# Millimetres of A4 and of the margins that the stylesheet sets: left, top, right, bottom.
SHEET, MARGINS = (210, 297), (15, 16, 15, 18)
POINTS = 72 / 25.4
# Pixels of the sheet, by which the stylesheet's conditions go, and between its margins, where the page is laid out.
WINDOW = {"width": round(SHEET[0] / 25.4 * 96), "height": round(SHEET[1] / 25.4 * 96)}
ROOM = round((SHEET[0] - MARGINS[0] - MARGINS[2]) / 25.4 * 96)
# Points by which the box of a character may be larger than what one sees of it.
SLACK = 3
# How far the middle of a character reaches to each side, of its width and of its height. Boxes of neighbours may touch and Chinese punctuation
# is set into the box beside it; where the middles meet, nobody can read either.
MIDDLE = (0.2, 0.2)
# Points of the squares by which those are found that lie near each other.
SQUARE = 8
# Characters of a text that a break of the page may part it into, at least.
SHORTEST_PIECE = 6
# Radicals that have a code of their own beside their characters, and that are no compatibility forms of them, and two dashes: the picture is
# the same, and the sheet may say either.
ALIKE = str.maketrans(
    "‒⺁⺄⺊⺎⺒⺓⺝⺟⺠⺦⺧⺪⺫⺬⺮⺶⺻⺼⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "–厂乙卜兀巳幺月母民丬牛疋目示竹羊聿肉虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟")
# The texts that a page shows on paper, without white space, and those that something cuts off. What is there for those alone who listen to
# the page is clipped away on purpose.
SHOWN = """() => {
    const texts = [], cuts = [];
    const styles = new Map();
    const style = (e) => styles.get(e) ?? (styles.set(e, getComputedStyle(e)), styles.get(e));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, text = node.data.replace(/\\s+/g, "");
        if (!text || style(node.parentElement).visibility !== "visible") continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
        if (!boxes.length) continue;
        let isHidden = false, cutter = null;
        for (let e = node.parentElement; e; e = e.parentElement) {
            if (style(e).clipPath === "inset(50%)") isHidden = true;
            const frame = e.getBoundingClientRect(), {overflowX, overflowY} = style(e);
            if (e === document.documentElement || e === document.body) continue;
            for (const box of boxes) {
                const slack = box.height / 4;
                const isWide = overflowX !== "visible" && (box.right > frame.right + 1 || box.left < frame.left - 1);
                const isHigh = overflowY !== "visible" && (box.bottom > frame.bottom + slack || box.top < frame.top - slack);
                if (isWide || isHigh) cutter ??= `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""}`;
            }
        }
        if (isHidden) continue;
        texts.push(text);
        if (cutter) cuts.push(`${cutter} cuts off: ${text.slice(0, 40)}`);
    }
    return {texts, cuts};
}"""
# What stands behind each closed fold, and whether it is shown.
FOLDED = """() => [...document.querySelectorAll('main details:not([open]) > :not(summary)')].map(each => each.checkVisibility())"""
# Draws what follows the title up over it.
PLANTED = """() => {
    const title = document.querySelector("main h1");
    title.style.marginBottom = `${-title.offsetHeight}px`;
}"""
# As much as the forms take, without a place to break in it and with many.
LONG_NAME = "崇川区" + "和平桥街道虹桥社区" * 9 + "老年合唱与民族舞蹈互助服务队"
LONG_ENGLISH_NAME = "The Chongchuan " + "Intergenerational-Neighbourhood-Mutual-Assistance " * 3 + "Choir"
# Characters of a word that is longer than a line.
LONG_WORD = 120


def long_text(subject, length):
    """A word longer than a line and sentences, none of which is like another: where a break parts two texts, each piece is one's alone."""
    word = "".join(random.Random(subject).choices(string.ascii_uppercase + string.digits, k=LONG_WORD))
    sentences = (f"{subject}第{place}项围绕社区老年居民的文化生活、健康互助与邻里调解持续开展服务；" for place in range(1, 100))
    return (word + "".join(sentences))[:length]


class Papers:
    """A group with as much in its file as forms take, graduated by three people, and what is printed of it."""

    def __init__(self, register, service):
        client = service.client()
        try:
            self.documents = self._make(register, client)
        finally:
            client.close()

    def _make(self, register, client):
        number = register.lasting
        self._below = f"/organizations/{number}"
        below = "/api/v1" + self._below
        hub = Session(client, *register.people["hub"])
        reviewer, official = (Session(client, *register.people[f"paper-{role}"]) for role in ("reviewer", "official"))
        for person in (reviewer, official):
            person.add_second_factor()
        found = hub.send("GET", below)
        kept = ("category", "legalForm", "area", "filingNumber", "foundedOn", "serviceAreas", "classifications")
        hub.send(
            "PUT", below, {
                **{name: found.json[name] for name in kept}, "name": LONG_NAME, "englishName": LONG_ENGLISH_NAME,
                "contacts": [{"kind": "address", "value": long_text("地址", 180)}]},
            version=found.version)
        for day in range(1, 21):
            hub.send("POST", below + "/activities", {
                "heldOn": f"2026-05-{day:02d}", "kind": "event", "title": long_text(f"活动{day}", 190), "participants": 12000,
                "volunteers": 1200, "volunteerHours": 48000, "insideBoundary": True})
        hub.send("POST", below + "/elements/boundaries", {
            "since": "2026-06-01", "content": long_text("内容", 190), "peopleServed": long_text("对象", 190),
            "targetPopulation": 123456, "limits": long_text("限制", 190), "form": long_text("形式", 190), "areas": found.json["serviceAreas"] or [found.json["area"]]})
        case = hub.send("GET", below + "/case")
        move = hub.send(
            "POST", below + "/case/decisions", {"to": "graduated", "reason": long_text("推荐", 2000)}, version=case.version)
        for person in (reviewer, official):
            person.send("POST", below + "/case/declarations", {"hasInterest": False})
        word = {"isEndorsed": True, "reason": long_text("评审", 2000)}
        reviewed = reviewer.send("POST", below + "/case/decisions/review", word, version=move.version)
        word = {"isApproved": True, "reason": long_text("批准", 2000)}
        official.send("POST", below + "/case/decisions/approval", word, version=reviewed.version)
        hub.send("POST", below + "/documents", {"kind": "fileSummary"})
        listed = hub.send("GET", below + "/documents").json["items"]
        kinds = {item["kind"]: f"{self._below}/documents/{item['number']}" for item in listed}
        if set(kinds) != {"fileSummary", "decisionNotice", "graduationCertificate"}:
            raise RuntimeError(f"not each kind of paper is there: {sorted(kinds)}")
        return list(kinds.values())

    @property
    def pages(self):
        """Others that people print."""
        return [self._below, *(f"{self._below}{page}" for page in ("/summary", "/case", "/assessment", "/flags", "/trend")), "/flagged"]


def look(browser, service, address, register, findings, is_short):
    """Prints what is printed and looks at the sheets. Returns how many pages were opened."""
    papers, opened = Papers(register, service), 0
    for language in LANGUAGES[:1] if is_short else LANGUAGES:
        with Visit(browser, address, findings, Device("paper", DESKTOP, "light", language)) as visit:
            visit.come_in(register.people["hub"], register.sessions)
            for path in papers.documents + papers.pages[:1 if is_short else None]:
                visit.open(path)
                check(visit)
            if language == LANGUAGES[0]:
                visit.open(papers.documents[0])
                _look_at_planted(visit)
                visit.open(papers.pages[0])
                _look_at_folds(visit)
            opened += visit.opened
    return opened


def check(visit, folder=None):
    """Prints the open page and looks at the sheets."""
    shown, characters = _print(visit, folder)
    for cut in shown["cuts"]:
        visit.found(f"on paper {cut}")
    _look_at_edges(visit, characters)
    for number, sheet in enumerate(characters, 1):
        covered = _covered(sheet)
        if covered:
            visit.found(f"text over text on sheet {number}: {covered[:60]}")
    _look_for(visit, shown["texts"], "".join(_plain(c["text"]) for sheet in characters for c in sheet))


def _look_at_planted(visit):
    """Whether text over text is noticed at all."""
    visit.page.evaluate(PLANTED)
    _, characters = _print(visit)
    if not any(_covered(sheet) for sheet in characters):
        visit.found("text that was put over other text is not noticed on paper")


def _look_at_folds(visit):
    """Whether what is folded on the screen is unfolded on paper, on a page that has folds."""
    visit.page.emulate_media(media="print")
    folds = visit.page.evaluate(FOLDED)
    visit.page.emulate_media(media="screen")
    if not folds or not all(folds):
        visit.found(f"of {len(folds)} things that are folded on the screen {folds.count(False)} are not on paper")


def _print(visit, folder=None):
    """Returns what the page shows, and the characters of each sheet."""
    page = visit.page
    page.set_viewport_size(WINDOW)
    page.emulate_media(media="print", color_scheme="light")
    page.evaluate("room => { document.documentElement.style.width = `${room}px`; }", ROOM)
    shown = page.evaluate(SHOWN)
    page.evaluate("() => { document.documentElement.style.width = ''; }")
    printed = page.pdf(format="A4")
    if folder:
        folder.write_bytes(printed)
    page.emulate_media(media="screen", color_scheme=visit.device.scheme)
    page.set_viewport_size(visit.device.viewport)
    # It complains of fonts that say nothing of their own height.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(io.BytesIO(printed)) as sheets:
        return shown, [[c for c in sheet.chars if c["text"].strip()] for sheet in sheets.pages]


def _covered(characters):
    """The characters of a sheet that lie over others."""
    squares, covered = {}, []
    for character in characters:
        middle = _middle(character)
        near = {(x, y) for x in _squares(middle[0], middle[2]) for y in _squares(middle[1], middle[3])}
        if any(_meet(middle, other) for square in near for other in squares.get(square, ())):
            covered.append(character["text"])
        for square in near:
            squares.setdefault(square, []).append(middle)
    return "".join(covered)


def _middle(character):
    across, up = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    width, height = (character["x1"] - character["x0"]) * MIDDLE[0], (character["bottom"] - character["top"]) * MIDDLE[1]
    return across - width, up - height, across + width, up + height


def _squares(low, high):
    return range(int(low // SQUARE), int(high // SQUARE) + 1)


def _meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _look_at_edges(visit, sheets):
    """No character may lie outside the margins; one that a break of the page cuts through would."""
    left, top, right, bottom = (margin * POINTS for margin in MARGINS)
    right, bottom = SHEET[0] * POINTS - right, SHEET[1] * POINTS - bottom
    for number, characters in enumerate(sheets, 1):
        outside = [
            c["text"] for c in characters
            if c["x0"] < left - SLACK or c["x1"] > right + SLACK or c["top"] < top - SLACK or c["bottom"] > bottom + SLACK]
        if outside:
            visit.found(f"outside the margins of sheet {number}: {''.join(outside)[:60]}")


def _look_for(visit, texts, printed):
    """Every text that is shown has to be there, each as often as it is shown, in one piece or parted by a break of the page."""
    free = bytearray(b"\1" * len(printed))
    place = 0
    for text in texts:
        rest = _plain(text)
        while rest:
            found = _longest(printed, free, rest, place)
            if found is None:
                visit.found(f"not on paper: {rest[:60]}")
                break
            start, length = found
            free[start:start + length] = bytes(length)
            place, rest = start + length, rest[length:]


def _longest(printed, free, text, place):
    """Where the most of a text stands that nothing was found in yet, from a place on or before it; nil where there is too little of it."""
    for length in (len(text), *range(len(text) - 1, SHORTEST_PIECE - 1, -1)):
        for begin in (place, 0):
            start = printed.find(text[:length], begin)
            while start >= 0:
                if all(free[start:start + length]):
                    return start, length
                start = printed.find(text[:length], start + 1)
    return None


def _plain(text):
    """One way to write what fonts write in several: a radical has the same picture as its character."""
    return unicodedata.normalize("NFKC", text).translate(ALIKE).casefold().replace(" ", "")
