"""Which pages each kind of person goes to."""

from browser.register import DISTRICT

ROLES = ("visitor", "member", "hub", "official", "manager", "guard", "auditor")
EVERYBODY = [
    "/", "/directory", "/status", "/verify", "/verify?number=000G40-R40M30-E209FA", "/rubrics", "/rubrics/pooled-2/flags",
    "/model-card", "/process", "/process/deadlines", "/calendars?from=2026-02-11&amount=5&unit=workingDay&day=2026-02-16", "/calendars/2026", "/sign-in",
]

OF_RULES = ["/rubric-versions", "/rubric-versions/new", "/rubric-versions/pooled-1", "/calibrations", "/calibrations/new"]
OF_OFFICIALS = ["/", "/decisions", "/account", "/contracts", "/contracts/new", "/contracts/1/end", *OF_RULES]


def of(role, register):
    """The pages of a kind of person."""
    number = register.own
    own = ["", "/assessment", "/what-if", "/flags", "/trend", "/summary", "/case", "/people", "/documents", *register.papers]
    about = [f"/organizations/{number}{path}" for path in own]
    forms = [f"/organizations/{number}{path}/new" for path in ("/activities", "/elements/charters", "/accounts")]
    help_given = f"/organizations/{number}/interventions/new"
    if role == "visitor":
        return [*EVERYBODY, f"/directory/{number}", f"/status?number={number}", "/activate"]
    if role == "guard":
        return ["/", "/accounts", "/accounts/new", "/accounts/1", "/accounts/1/roles", "/account"]
    if role == "manager":
        return ["/", "/pending", "/imports", "/account"]
    if role == "auditor":
        return ["/", "/audit", f"/audit?district={DISTRICT}", f"/audit?district={DISTRICT}&question=disclosed"]
    if role == "member":
        return ["/", *about, *forms, "/account", "/pending"]
    work = [
        "/", "/pending", "/decisions", "/organizations", "/flagged", "/flags", "/visit-samples", f"/areas/{DISTRICT}",
        f"/areas/{DISTRICT}/boundaries", "/contracts", f"/organizations/{number}/people/disclosures", *about,
    ]
    edit = f"/organizations/{number}/edit"
    if role == "hub":
        return [*work, "/organizations/new", *forms, help_given, edit]
    return [*work, "/flag-batches", *OF_OFFICIALS[2:]]
