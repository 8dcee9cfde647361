"""Other films in reviewers' prose, by who made them or by how they are written: a sentence in, their titles out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.critics import phrases
from kg.lexis.given import is_full_name
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import TITLE, YEAR, title_key
from kg.model import Span

_OWNED: Final = prefiltered(
    r"(?<![\w’'-])(?!(?:If|In|As|For|With|From|Like|Unlike|But|And|When|While|Since|After|Before|Only|Even|Not|Than"
    r"|At|On"
    r"|By|Of|To|Though|Although|Because|Where)\s)"
    rf"(?P<owner>{NAME})['’]s?\s(?:(?:own|early|earlier|later|classic|great|second-rate|first|last|western|thriller"
    rf"|comedy|drama|documentary|film|musical|horror|hit|new|recent)\s){{0,2}}(?P<title>{TITLE})(?![\w’'])"
)
_OF_A_TITLE: Final = re.compile(
    r"^(?:The|An?|My|No|In|On)\s|\s(?:of|the|and|in|on|to|for|an?|with|is|at)\s|[!?:&]|\s\d"
)
_YEAR_BEHIND: Final = re.compile(rf"[\"”’]?\s\([^()]{{0,20}}?{YEAR}\)|\s(?:from|of|in)\s{YEAR}\b")
_FILM_BEFORE: Final = re.compile(
    r"\b(?:in|from|like|of|than|with|to|since|after|before|unlike|for|seen?:?|saw|watch(?:ed)?)\s$", re.IGNORECASE
)
_WORTHY: Final = prefiltered(  # a capital article within a sentence opens a title, unless it is a paper's or a part's
    r"(?<=\s)(?:(?P<cue>[\w’']+),?\s(?:called\s)?)(?P<title>(?:The|An?)\s" + TITLE + r")(?![\w’'])"
)
_PAPER: Final = re.compile(
    r"\b(?:Times|Post|Guardian|Herald|Tribune|Telegraph|Observer|Independent|Mail|Express|Journal|Gazette|Chronicle"
    r"|Sentinel|Review|Weekly|Daily|News|Standard|Star|Sun|Mirror|Globe|Inquirer|Press|Hague|Internet|Bible|Beatles"
    r"|Academy|Yorker|Who|Stones)$"
)
_WHICH_MADE: Final = prefiltered(
    rf"(?<![\w’'-])(?P<title>{TITLE})[\"”’]?,\swhich\s(?:{NAME}|he|she)\s(?:had\s|also\s)?(?:made|directed|wrote"
    r"|shot|did)\b"
)


_EXPLAINED: Final = re.compile(
    r"[\"”’]?,\s(?:which|in\swhich|with|starring|an?\s[a-z])|[\"”’]\s|[\"”’]?\s\((?:\d{4}|[A-Z][a-z]+,\s\d{4})\)"
)
_OF_FAME: Final = prefiltered(rf"\bof\s[\"“‘]?(?P<title>{TITLE})[\"”’]?\sfame\b")
_IN_WHICH: Final = prefiltered(  # "In Two Tides, A directs …"
    r"(?:^|(?<=[.;:!?]\s))In\s(?P<title>(?!(?:New|Los|San|St\.|Saint|Las|Rio"
    rf"|Buenos)\s)(?=\S+\s){TITLE}),\s{NAME}\s(?:plays|directs|stars|is|casts)\b"
)


def read_reviewed(text: str, start: int, end: int, own: str) -> Iterator[Span]:
    """Titles behind their maker's possessive, with a capital article within a sentence, or told who made them."""
    for match in _OWNED.finditer(text, start, end):
        if _is_owned(text, match, start, end) and not _is_own(match["title"], own):
            yield Span(*match.span("title"))
    for match in (
        *_OF_FAME.finditer(text, start, end),
        *_WHICH_MADE.finditer(text, start, end),
        *_IN_WHICH.finditer(text, start, end),
    ):
        if not _is_own(match["title"], own):
            yield Span(*match.span("title"))
    for match in _WORTHY.finditer(text, start, end):
        cued = phrases("titling").fullmatch(match["cue"])
        if cued and not _PAPER.search(match["title"]) and not _is_own(match["title"], own):
            yield Span(*match.span("title"))


def _is_owned(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether "A's B" names a film and its maker, no part and its player: by the title's form, year or place."""
    title, owner = match["title"], match["owner"]
    if (
        not opens_a_name(owner.split(" ", 1)[0])
        or owner.endswith((" Man", " Woman", " King", " Devil"))
        or _PAPER.search(title)
    ):
        return False
    dated = _YEAR_BEHIND.match(text, match.end("title"), end)
    if dated or title.startswith(("The ", "A ", "An ")):
        return True
    cued = _FILM_BEFORE.search(text, max(start, match.start() - 12), match.start())
    words = title.split()
    if len(words) == 1:  # "I also caught Ana Ruiz's Quarry, which …"
        behind = _EXPLAINED.match(text, match.end("title"), end)
        return " " in owner and is_full_name(owner) and opens_a_name(title) and bool(behind)
    alone = re.search(rf"(?<!{re.escape(words[-2])}\s)\b{re.escape(words[-1])}\b", text) if len(words) == 2 else None
    apart = not re.search(r"['’]s?(?:\sand\b|$)", title)
    return " " in owner and len(words) > 1 and apart and bool(cued or _OF_A_TITLE.search(title) or not alone)


def _is_own(title: str, own: str) -> bool:
    return bool(own) and title_key(title) == title_key(own)
