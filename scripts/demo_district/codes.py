"""Unified social credit codes that are right in both checks (GB 32100-2015 and GB 11714) and belong to nobody."""

CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORGANIZATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANIZATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
PREFIX = {"socialAssociation": "51", "socialServiceInstitution": "52", "foundation": "53"}


def organization_check(body):
    total = sum(ORGANIZATION_ALPHABET.index(character) * weight for character, weight in zip(body, ORGANIZATION_WEIGHTS))
    check = 11 - total % 11
    return {10: "X", 11: "0"}.get(check, str(check))


def credit_code(legal_form, division, number):
    """`division` is the registering authority's, as it was called on the day of registration."""
    body = f"MJ9990{number:02}"
    code = PREFIX[legal_form] + division + body + organization_check(body)
    total = sum(CODE_ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(code))
    return code + CODE_ALPHABET[-total % 31]
