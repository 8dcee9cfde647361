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
_SITE: Final = re.compile(r"(?P<title>\S.*?)\s[-–—|]\s(?:\S+\s?){1,4}")
_MOST_WORDS: Final = 12
_FIRST_LINES: Final = 4  # among which a heading of the first level is the title


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


def _marked(lines: Sequence[Line], top: int) -> Title | None:
    for i in range(top, min(top + _FIRST_LINES, len(lines))):
        found = heading(lines[i], lines[i + 1] if i + 1 < len(lines) else None)
        if found and (found.level == 1 or (i == top and not is_section_name(lines[i].of(found.span)))):
            year = WITH_YEAR.fullmatch(
                lines[i].text, found.span.start - lines[i].start, found.span.end - lines[i].start
            )
            return Title(i, lines[i].part(year, "title") if year else found.span)
    return None


def _bare(lines: Sequence[Line], top: int) -> Title | None:
    line = lines[top]
    if (
        line.is_prose
        or line.words > _MOST_WORDS
        or line.text[-1] in ",;:"
        or item(line)
        or fields_at(lines, top, in_lead=True)[1]
    ):
        return None
    if year := WITH_YEAR.fullmatch(line.text):
        return Title(top, line.part(year, "title"))
    if is_section_name(line.text) and not line.before_gap:
        return None
    site = _SITE.fullmatch(line.text)
    if site and any(site["title"] in other.text for other in lines[top + 1 :]):
        return Title(top, line.part(site, "title"))
    return Title(top, line.span)
