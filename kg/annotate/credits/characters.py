"""The words of a role in; the character's name, the figure or the kind of credit in them out."""

import re
from typing import Final

from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import TITLE

_TAIL: Final = re.compile(rf"(?<![\w’'-])(?:{TITLE})(?:\s[\"“'‘][^\"”'’]+[\"”'’])?(?:\s{UPPER}\.)?$")
_QUOTED_PART: Final = re.compile(rf"(?<![\w’'-]){NAME}$")
_FIGURE: Final = re.compile(
    r"^(?i:an?|the|that|this|his|her|their|its|our"
    r"|my)\s(?P<figure>(?:[A-Z]\w+\s(?=[a-z]))?[a-z][\w’'-]*(?:\s(?:of\sthe\s|of\s)?[\w’'-]+){0,4})$"
)
_OWNER: Final = re.compile(rf"^{UPPER}[\w-]+['’]s?\s(?=[a-z])")  # "Sam's widowed father"
_OPEN_END: Final = re.compile(r"\b(?:for|of|in|to|with|by|on|at|from|about|between|and|or|than|against|into)$")
_NO_FIGURE: Final = re.compile(
    r"\b(?:own|roles?|parts?|leads?|star|stars|cast|characters?|protagonists?|antagonists?|voices?|narrator|film"
    r"|movie|result|whole|relief|well|supporting|titular|title|main|actors?|actress"
    r"|performers?|previous|same|first|last)\b"
    r"|^\w+\s(?:man|woman|person|people|pair|couple)$"
)
_GENERIC: Final = frozenset(
    ["The", "A", "An", "His", "Her", "Himself", "Herself", "It", "He", "She", "They", "I", "In", "Mr", "Mrs"]
)
_PLACED: Final = re.compile(r"\b[a-z]+\s(?:in|at|from|near|outside|on)\s(?:the\s)?$")  # "a tram driver in Brno"
_ROYAL: Final = re.compile(r"(?:Princess|Prince|Mother)\s\w+$")  # "Princess Ida", and not "Prince Rogers Nelson"
_TITLED: Final = re.compile(  # nobody takes these for places: "a crush on Sister Agnes"
    r"(?:Mr|Mrs|Ms|Dr|Lt|Sgt|Capt|Col|Prof|Rev|Det)\.\s|(?:Sister|Brother|Father|Mother|Captain|Doctor|Uncle|Aunt"
    r"|Inspector|Detective|Sergeant|Colonel|Professor|Nurse|Judge|Sheriff|Agent|Marshal|Lieutenant|Commander"
    r"|Constable|Officer|Deputy|Mayor|Senator"
    r"|Corporal|Private|Admiral|Reverend|Pastor|Count|Baron|Countess|Baroness)\s"
)
_WHERE: Final = re.compile(r"\s(?:in|at|from|near|on)\s(?:the\s)?[A-Z][\w’'-]+$")
_THEMSELVES: Final = re.compile(
    r"^(?:him|her|them)sel(?:f|ves)\b|\bplay(?:s|ing|ed)?\s(?:him|her|them)sel(?:f|ves)\b", re.IGNORECASE
)
_KINDS: Final = (
    ("ArchiveFootage", re.compile(r"archiv(?:e|al)\s(?:footage|recording)|stock footage", re.IGNORECASE)),
    (
        "AsThemselves",
        prefiltered(
            r"(?:^|; |\b(?:as|play(?:s|ed|ing)?|by)\s)(?:him|her|them)sel(?:f|ves)\b(?!\s\w+ing)", re.IGNORECASE
        ),
    ),
    ("Voice", re.compile(r"\bvoices?\b|\bvoic(?:ed|ing)\b|\bvocal\b|\bnarrat", re.IGNORECASE)),
    ("Cameo", re.compile(r"\bcameos?\b", re.IGNORECASE)),
    ("Uncredited", re.compile(r"\buncredited\b|\bunbilled\b", re.IGNORECASE)),
)


def character(role: str) -> str:
    """The character's name in the words of a role; "" where they only describe ("a weary detective").

    "prostitute Sadie Thompson" and "his wife Betsy" give the name; "the Sheriff of Nottingham" is one.
    """
    bare = role.strip(" ,\"“”'‘’").removesuffix("'s")
    if _THEMSELVES.search(bare):
        return ""
    match = _QUOTED_PART.search(bare)
    longer = _TAIL.search(bare)
    if longer and (match is None or longer.start() < match.start()):
        match = longer
    if match is None:
        return ""
    if _PLACED.search(bare[: match.start()]) and not _TITLED.match(match[0]):
        return ""
    name = match[0]
    first, _, rest = name.partition(" ")
    if first in _GENERIC or first == "the":
        name = rest
    return name if name and name[:1].isupper() | name[:1].isdigit() else ""


def is_titled(name: str) -> bool:
    """Whether a name has the title of a character before it, which no actor's has ("Judge Holt", "Captain Moe")."""
    return bool(_TITLED.match(name) or _ROYAL.match(name)) and not name.startswith(("Mr. T", "Dr. Dre"))


def figure(role: str) -> str:
    """What a role without a name is called, article dropped ("a weary detective" → "weary detective"); "" when long."""
    role = _OWNER.sub("the ", role)
    match = _FIGURE.match(_WHERE.sub("", role).strip(" ,!?.)\"“”'‘’"))
    if match and _OPEN_END.search(match["figure"]):
        return ""
    return match["figure"] if match and len(match["figure"].split()) <= 4 and not _NO_FIGURE.search(role) else ""


def kind_of(*notes: str) -> str:
    """The kind of credit that brackets or asides speak of ("voice", "in a cameo"), "" when none."""
    said = "; ".join(n for n in notes if n)
    return next((kind for kind, pattern in _KINDS if pattern.search(said)), "") if said else ""
