"""The films that a text brings up, however it does: its lines in; each other title with all its places out.

Many of them are no titles at all: `weighed.py` and its weights tell them apart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.annotate.films.candidates import OPENING
from kg.annotate.nouns import COUNTRY, works
from kg.lexis.given import given_names, is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import opens_a_name
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key, unquoted
from kg.lexis.words import alternation
from kg.model import Span

UNTITLED: Final = "="  # stands for a film to which the text gives no title, or that of the page's own
_ENGLISH_TOO: Final = ("a", "no", "as", "is", "me")
_THEIRS: Final = alternation([word for word in works()["foreign"] if word not in _ENGLISH_TOO])
_WORD: Final = r"[^\W\d_][\w’'-]*"
_FOREIGN: Final = re.compile(  # "Profumo di donna", "3 hommes et un couffin": small letters, a small word of theirs
    rf"(?<![\w’'-])(?:{UPPER}[\w’-]*|\d+)(?:\s(?!(?:and|in|of|by|with|to|for|as|is|was|from|film)\b){_WORD}){{0,2}}?"
    rf"(?:\s{_THEIRS})+\s{_WORD}(?:(?:\s{_THEIRS})+\s{_WORD})?"
)
_ARTICLED: Final = re.compile(  # "Le jour se", "Das Experiment"
    rf"(?<![\w’'-])(?:Le|La|Les|Il|El|Der|Die|Das|L[’']{UPPER}\w+|Los|Las|Un|Une|En|Det|Den|O|Os)"
    rf"\s(?:{_WORD}\s)?[^\W\d_][\w’'-]{{3,}}"
)
_BRACKETED: Final = re.compile(r"\[[A-Z][\w.]*\]")
_QUOTED: Final = re.compile(QUOTED)
_RUN: Final = re.compile(rf"(?<![\w’'-])(?:{TITLE})")
_JOINT: Final = re.compile(  # where a run of capitalised words may hold a title and other words
    r"['’]s?\s(?=[A-Z\d])|\s(?:in|on|from|as|with|at|to|for|by|and|is|&)\s(?:the\s(?=[a-z]))?|:\s"
)
_OWNS: Final = re.compile(r"['’]s?\s")
_STARTS: Final = re.compile(rf"{UPPER}|\d|\[")
_NATION: Final = re.compile(COUNTRY)
_YEAR: Final = re.compile(YEAR)
_YEAR_BEHIND: Final = re.compile(
    rf"[\"”’'*_]?,?\s(?:\((?:[^()\d]{{0,40}})(?P<a>{YEAR})[^()]*\)|(?:from|in|of|back\sin)\s(?P<b>{YEAR})"
    rf"|(?P<c>{YEAR})(?=[,.;)]))"
)
_YEAR_BEFORE: Final = re.compile(
    rf"(?P<year>{YEAR})(?:['’]s)?\s(?:[\w-]+\s){{0,4}}?[\"“‘'*_]?$|[Ii]n\s(?P<in>{YEAR})[^.;]{{0,40}}\s[\"“‘'*_]?$"
)
_MOST_WORDS: Final = 10
_MOST_PIECES: Final = 5  # of one run


@dataclass(slots=True)
class Brought:
    """A film that is not the page's own, as first written, with its places in the order of the text and its year."""

    title: str
    places: list[Span]
    year: Span | None = None


def brought_up(text: str, lines: Sequence[Span], own: str, year: str | None) -> list[Brought]:
    """The stretches of these lines that may be the titles of films other than the one called `own`, each once."""
    read = [(title, _year(text, title, line)) for line in lines for title in _titles(text, line)]
    own_key = title_key(own)
    known = year or next((y.of(text) for t, y in read if y and title_key(t.of(text)) == own_key), None)
    found: dict[tuple[str, str], Brought] = {}
    for title, dated in read:
        key = title_key(title.of(text))
        apart = dated.of(text) if dated and key == own_key and dated.of(text) != known else ""
        if key and not _YEAR.fullmatch(key) and (key != own_key or apart):
            one = found.setdefault((key, apart), Brought(title.of(text), []))
            one.places.append(title)
            one.year = one.year or dated
    return [one for one in found.values() if not _is_name(text, one, found.values())]


def _is_name(text: str, one: Brought, found: Iterable[Brought]) -> bool:
    """Whether a candidate looks like a person, a part of one's name or a nation, and nothing marks it as a title."""
    if one.year or any(text[place.start - 1 : place.start] in '"“‘*_' for place in one.places if place.start):
        return False
    people = (o.title for o in found if is_full_name(o.title) and not _OWNS.search(o.title))
    part = " " not in one.title and any(one.title in person.split() for person in people)
    name = is_full_name(one.title) or one.title in given_names() or bool(_NATION.fullmatch(one.title))
    return part or name or len(one.title) == 1


def _titles(text: str, line: Span) -> list[Span]:
    """Marked, foreign and capitalised stretches; they may overlap."""
    found = sorted({*_marked(text, line), *_runs(text, line)})
    return [t for t in found if " " in t.of(text) or t.start > line.start or opens_a_name(t.of(text))]


def _marked(text: str, line: Span) -> Iterator[Span]:
    for match in _QUOTED.finditer(text, line.start, line.end):
        title = unquoted(text, Span(*match.span()))
        if _STARTS.match(title.of(text)) and len(title.of(text).split()) <= _MOST_WORDS:
            yield title
    for pattern in (_FOREIGN, _ARTICLED, _BRACKETED):
        yield from (Span(*match.span()) for match in pattern.finditer(text, line.start, line.end))


def _runs(text: str, line: Span) -> Iterator[Span]:
    """The titles that capitalised runs may hold: "In Ana Ruiz's Low Tide", "Low Tide with Mos Dahl"."""
    for run in _RUN.finditer(text, line.start, line.end):
        cuts = [run.start(), *(cut for m in _JOINT.finditer(text, *run.span()) for cut in m.span()), run.end()]
        pieces = list(zip(cuts[::2], cuts[1::2], strict=True))[:_MOST_PIECES]
        for first, (start, _) in enumerate(pieces):
            opening = OPENING.match(text, start, run.end())
            for _, end in pieces[first:]:
                yield Span(start, end)
                if opening and opening.end() < end:
                    yield Span(opening.end(), end)


def _year(text: str, title: Span, line: Span) -> Span | None:
    """The year that stands with a title."""
    if match := _YEAR_BEHIND.match(text, title.end, line.end):
        return Span(*match.span(next(name for name in "abc" if match[name])))
    if match := _YEAR_BEFORE.search(text[line.start : title.start]):
        start, end = match.span("year" if match["year"] else "in")
        return Span(line.start + start, line.start + end)
    return None
