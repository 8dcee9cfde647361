"""Lines of a page in, where its own title stands out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.model import Span
from kg.segment.fields import fields_at
from kg.segment.figures import YEAR
from kg.segment.lines import Line
from kg.segment.markup import heading, is_decoration, is_section_name, item

WITH_YEAR: Final = re.compile(
    rf"(?P<title>\S.{{0,100}}?\s?[(\[](?:[\w ,'’-]{{1,30}}\s)?{YEAR}(?:\s[\w ,'’-]{{1,30}})?[)\]])"
    r"(?:\s*[-–—|:•].{1,60})?"
)
PLAIN_YEAR: Final = re.compile(rf"[(\[]{YEAR}[)\]]$")  # as against "(1997 film)"
_OF: Final = re.compile(r"(?:(?:plot\s)?(?:synopsis|summary)|plot|story)\s(?:of|for):?\s(?=\S)", re.IGNORECASE)
_BEFORE_SITE: Final = re.compile(r"(?P<title>\S.*?)\s[-–—|]\s(?:\S+\s?){1,4}")
_YEAR: Final = re.compile(YEAR)
_MOST_WORDS: Final = 12
_TOP: Final = 4  # lines among which a heading of the first level is the title

_USERS: Final = r"(?:(?:user|audience|member|viewer|customer|film|movie)\s)?"
_WITH_PAGE: Final = re.compile(
    rf"{_USERS}reviews(?:\s(?:of|for)|:)\s(?P<after>\S.*?)(?:\s[(\[](?:dvd|blu-?ray|vhs|4k)[^()\[\]]*[)\]])?"
    rf"|(?P<before>\S.*?)\s?[-–—:|]?\s(?:trailers?(?:\s(?:and|&)\s\w+)?|videos?|photos?|{_USERS}(?:reviews?|comments|ratings))",
    re.IGNORECASE,
)
_OF_THE_SITE: Final = re.compile(
    r"(?:user|audience|member|viewer|customer|critics?|all|latest|recent|popular|featured|top|more|our|your|my|[\d,.]+k?)"
    r"(?:['’]s)?|.*(?:\s&|\sand)",
    re.IGNORECASE,
)

_KIND: Final = (
    r"(?:(?:film|movie|cinema|blu-ray|dvd|4k|uhd|video|streaming|festival|capsule|classic|book|series|early|advance"
    r"|quick|mini)\s)*"
)
_REVIEW: Final = re.compile(
    rf"(?!.*\bfull\sreview\b)(?:{_KIND}review\s?[:|–—-]\s?(?P<after>\S.*)"
    rf"|(?P<before>\S.*?)\s?[-–—:|]?\s{_KIND}review(?!\s(?:by|of|for)\b)(?:\W.*)?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """Where the page's title stands, and the number of its line."""

    line: int
    span: Span


def title_of(lines: Sequence[Line]) -> Title | None:
    """The page's own title: a heading of the first level, a title with its year, or a short line on top."""
    top = next((i for i, line in enumerate(lines) if not is_decoration(line)), None)
    if top is None or len(lines) == 1:
        return None
    return _marked(lines, top) or _bare(lines, top)


def without_page(line: Line) -> Span | None:
    """The title in a line that says what its page holds ("Title Trailers", "Reviews of Title")."""
    match = _WITH_PAGE.fullmatch(line.text) if line.words <= _MOST_WORDS else None
    if not match or is_page_name(line):
        return None
    return line.part(match, "after" if match["after"] else "before")


def reviewed_title(line: Line) -> Span | None:
    """The title in the headline of a review ("Title: Movie Review", "Review: Title")."""
    match = _REVIEW.fullmatch(line.text) if line.words <= 2 * _MOST_WORDS else None
    return line.part(match, "after" if match["after"] else "before") if match else None


def is_page_name(line: Line) -> bool:
    """Whether the line says what its page holds and no more ("Popular reviews")."""
    match = _WITH_PAGE.fullmatch(line.text) if line.words <= _MOST_WORDS else None
    return bool(match and match["before"] and _OF_THE_SITE.fullmatch(match["before"]))


def _marked(lines: Sequence[Line], top: int) -> Title | None:
    for i in range(top, min(top + _TOP, len(lines))):
        found = heading(lines[i], lines[i + 1] if i + 1 < len(lines) else None)
        if found and (found.level == 1 or (i == top and not is_section_name(lines[i].of(found.span)))):
            words = Line(found.span.start, lines[i].of(found.span))
            year = WITH_YEAR.fullmatch(words.text)
            return Title(i, words.part(year, "title") if year else words.span)
    return None


def _bare(lines: Sequence[Line], top: int) -> Title | None:
    line = lines[top]
    if line.is_prose or line.words > _MOST_WORDS or line.text[-1] in ",;:" or item(line):
        return None
    if fields_at(lines, top, in_lead=True)[1] or (is_section_name(line.text) and not line.before_gap):
        return None
    if of := _OF.match(line.text):
        line = Line(line.start + of.end(), line.text[of.end() :], line.after_gap, line.before_gap)
    if year := WITH_YEAR.fullmatch(line.text):
        return Title(top, line.part(year, "title"))
    if not line.before_gap and _goes_on(lines[top + 1].text):
        return None
    site = _BEFORE_SITE.fullmatch(line.text)
    if site and any(site["title"] in other.text for other in lines[top + 1 :]):
        return Title(top, line.part(site, "title"))
    return Title(top, line.span)


def _goes_on(below: str) -> bool:
    """Whether a line is the rest of a sentence rather than another line of the page's head."""
    return not below[0].isupper() and not _YEAR.fullmatch(below)
