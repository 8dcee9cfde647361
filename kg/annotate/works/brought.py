"""The films that a text brings up, however it does: its sentences in; each other title with all its places out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.annotate.films.candidates import OPENING
from kg.annotate.nouns import works
from kg.lexis.letters import UPPER
from kg.lexis.names import opens_a_name
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key, unquoted
from kg.lexis.words import alternation
from kg.model import Span

_THEIRS: Final = alternation([word for word in works()["foreign"] if word not in ("a", "no", "as", "is", "me")])
_WORD: Final = r"[^\W\d_][\w’'-]*"
_FOREIGN: Final = re.compile(  # "Profumo di donna", "3 hommes et un couffin": small letters, a small word of theirs
    rf"(?<![\w’'-])(?:{UPPER}[\w’-]*|\d+)(?:\s(?!(?:and|in|of|by|with|to|for|as|is|was|from|film)\b){_WORD}){{0,2}}?(?:\s{_THEIRS})+\s{_WORD}(?:(?:\s{_THEIRS})+\s{_WORD})?"
)
_ARTICLED: Final = re.compile(rf"(?<![\w’'-])(?:Le|La|Les|Il|El|Der|Die|Das|L[’']{UPPER}\w+|Los|Las|Un|Une|En|Det|Den|O|Os)\s(?:{_WORD}\s)?[^\W\d_][\w’'-]{{3,}}")
_RUN: Final = re.compile(rf"(?<![\w’'-])(?:{TITLE})")
_JOINT: Final = re.compile(r"['’]s?\s(?=[A-Z\d])|\s(?:in|on|from|as|with|at|to|for|by|and|is|&)\s(?:the\s(?=[a-z]))?|:\s")
_MOST_PIECES: Final = 5
_QUOTED: Final = re.compile(QUOTED)
_BRACKETED: Final = re.compile(r"\[[A-Z][\w.]*\]")
_YEAR_BEHIND: Final = re.compile(
    rf"[\"”’'*_]?,?\s(?:\((?:[^()\d]{{0,40}})(?P<a>{YEAR})[^()]*\)|(?:from|in|of|back\sin)\s(?P<b>{YEAR})|(?P<c>{YEAR})(?=[,.;)]))"
)
_YEAR_BEFORE: Final = re.compile(rf"(?P<year>{YEAR})(?:['’]s)?\s(?:[\w-]+\s){{0,4}}?[\"“‘'*_]?$|[Ii]n\s(?P<in>{YEAR})[^.;]{{0,40}}\s[\"“‘'*_]?$")
_MOST_WORDS: Final = 10


@dataclass(slots=True)
class Brought:
    """A title that is not the page's own, its places in the order of the text, and the year that goes with it."""

    title: str
    places: list[Span] = field(default_factory=list)
    year: Span | None = None


def brought_up(text: str, sentences: Iterable[Span], own: str, year: str | None) -> list[Brought]:
    """The stretches of these sentences that may be the titles of other films, each title once."""
    found: dict[tuple[str, str], Brought] = {}
    own_key = title_key(own)
    sentences = list(sentences)
    if year is None:
        dates = (_year(text, t, s) for s in sentences for t in _titles(text, s) if title_key(t.of(text)) == own_key)
        first = next((d for d in dates), None)
        year = first.of(text) if first else None
    for sentence in sentences:
        for title in _titles(text, sentence):
            dated = _year(text, title, sentence)
            key = title_key(title.of(text))
            apart = dated.of(text) if dated and key == own_key and dated.of(text) != year else ""
            if not key or (key == own_key and not apart) or key.isdigit() and len(key) == 4:
                continue
            one = found.setdefault((key, apart), Brought(title.of(text)))
            one.places.append(title)
            one.year = one.year or dated
    return list(found.values())


def _titles(text: str, sentence: Span) -> Iterator[Span]:
    """Quoted, foreign and capitalised stretches, none of which overlaps another."""
    found = sorted({*_marked(text, sentence), *_runs(text, sentence)})
    return (title for title in found if _may_be(text, title, sentence))


def _may_be(text: str, title: Span, sentence: Span) -> bool:
    """Whether words may be a title: a lone word at the start of a sentence must be one that names open with."""
    words = title.of(text)
    return " " in words or title.start > sentence.start or opens_a_name(words)


def _marked(text: str, sentence: Span) -> Iterator[Span]:
    for match in _QUOTED.finditer(text, sentence.start, sentence.end):
        title = unquoted(text, Span(*match.span()))
        if re.match(rf"{UPPER}|\d|\[", title.of(text)) and len(title.of(text).split()) <= _MOST_WORDS:
            yield title
    for pattern in (_FOREIGN, _ARTICLED, _BRACKETED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield Span(*match.span())


def _runs(text: str, sentence: Span) -> Iterator[Span]:
    """The titles that capitalised runs may hold: "In Ana Ruiz's Low Tide", "Low Tide with Mos Dahl"."""
    for run in _RUN.finditer(text, sentence.start, sentence.end):
        cuts = [run.start(), *(cut for m in _JOINT.finditer(text, *run.span()) for cut in m.span()), run.end()]
        pieces = list(zip(cuts[::2], cuts[1::2], strict=True))[:_MOST_PIECES]
        for first, (start, _) in enumerate(pieces):
            opening = OPENING.match(text, start, run.end())
            for _, end in pieces[first:]:
                yield Span(start, end)
                if opening and opening.end() < end:
                    yield Span(opening.end(), end)


def _year(text: str, title: Span, sentence: Span) -> Span | None:
    if match := _YEAR_BEHIND.match(text, title.end, sentence.end):
        return Span(*match.span(next(name for name in "abc" if match[name])))
    if match := _YEAR_BEFORE.search(text[sentence.start:title.start]):
        at = match.span("year" if match["year"] else "in")
        return Span(sentence.start + at[0], sentence.start + at[1])
    return None
