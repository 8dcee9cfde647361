"""Whatever a text may mean as the title of a film: a text in, the places of each candidate out, by its title key.

Many are no titles: names, places, the openings of sentences. `judging.py` tells them apart.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.lexis.given import is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import opens_a_name
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key, unquoted
from kg.model import Span

_LONGEST: Final = 80  # code points of a title
_MOST_WORDS: Final = 9
_MOST_PIECES: Final = 6  # of one run of capitalised words
_FEW: Final = rf"{UPPER}[\w’'-]*(?:\s{UPPER}[\w’'-]*)?"
_RUN: Final = re.compile(rf"(?<![^\W_]|[’'-])(?:{TITLE})")
_QUOTED: Final = re.compile(QUOTED)
_JOINT: Final = re.compile(  # where a run of capitalised words may hold a title and other words
    r",?\s(?:in|on|at|to|for|from|with|by|and|is|it|vs\.?)\s(?:(?:the|an?)\s(?=[a-z]))?|:\s|['’]s?\s(?=[A-Z\d])|\s&\s"
    r"|[!?]\s|(?<=[A-Z]{2})\s(?=[A-Z][a-z])|\s(?=Blu-?[Rr]ay|DVD|VHS|4K|(?:(?:Movie|Film)\s)?Reviews?\b)"
)
_LISTED: Final = re.compile(  # a title with commas: "Salt, Tin and Copper"
    rf"(?<![\w’'-]){_FEW}(?:,\s(?:the\s|a\s)?{_FEW}){{1,2}}(?:,?\s(?:and|or|&)\s(?:the\s|a\s)?{_FEW})?(?![\w’'-]|,\s[A-Z])"
)
_OPENER: Final = re.compile(r"(?:[A-Z][a-z’']+|I|A|\d[\d.:]*)\s(?:(?:the|an?)\s)?(?=[A-Z\d])")
_SET_OFF: Final = re.compile(r"[\"“”*_\n]|^[‘'][’']$")
_LINE: Final = re.compile(r"[^\n]+")
_PARTED: Final = re.compile(r"\s*[|>•·‹›«»=~\t]+\s*|\s+[–—*:/-]+\s+|:\s+|\s*[\[(]|[\])]\s*")
_LIST_JOINT: Final = re.compile(r",\s|\s(?:and|or|&)\s")
_TRIM: Final = " .,;:!?…\"“”‘’'*_#>-–—()[]|"
_JOINED: Final = ("_", "’", "'", "-")
_PAIRS: Final = ("__", "''", "‘’")  # marks that set a title off, though each alone may join words
_YEAR_ONLY: Final = re.compile(YEAR)


def spotted(text: str, known: Iterable[Span] = ()) -> dict[str, tuple[Span, ...]]:
    """The candidates of a text, each with every place where its words stand, in the order of their first places.

    `known` are places that others take for titles.
    """
    forms: dict[str, set[str]] = {title_key(span.of(text)): {span.of(text)} for span in known}
    for span in _candidates(text):
        words = span.of(text)
        key = title_key(words)
        if key and len(words) <= _LONGEST and not _YEAR_ONLY.fullmatch(words) and _may_be(text, span):
            forms.setdefault(key, set()).add(words)
    places = {key: tuple(sorted(_places(text, words))) for key, words in forms.items()}
    return dict(sorted(((k, p) for k, p in places.items() if p), key=lambda item: (item[1][0], item[0])))


def _may_be(text: str, span: Span) -> bool:
    """Whether a place may hold a title: a lone word must be one that may open a name, or be set off from the prose."""
    words = span.of(text)
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return " " in words or opens_a_name(words) or bool(_SET_OFF.search(around)) or not span.start


def _candidates(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        start, end = line.span()
        yield from _parts(text, start, end)
        for quoted in _QUOTED.finditer(text, start, end):
            inner = _trimmed(text, unquoted(text, Span(*quoted.span())))
            if inner and len(inner.of(text).split()) <= _MOST_WORDS:
                yield inner
        for listed in _LISTED.finditer(text, start, end):
            if not any(map(is_full_name, _LIST_JOINT.split(listed[0]))):
                yield Span(*listed.span())
        for run in _RUN.finditer(text, start, end):
            yield from _pieces(text, *run.span())


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a line that separators make, where they are short: menus, headings, "Low Tide (1951) - reviews"."""
    cuts = [start, *(cut for m in _PARTED.finditer(text, start, end) for cut in m.span()), end]
    for left, right in zip(cuts[::2], cuts[1::2], strict=True):
        part = _trimmed(text, Span(left, right)) if left < right else None
        if part and len(part.of(text).split()) <= _MOST_WORDS and (part.of(text)[0].isupper() or left == start):
            yield part


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The titles that a run of capitalised words may hold: "Ingrid Bergman in Low Tide", "Even Low Tide"."""
    joints = [m.span() for m in _JOINT.finditer(text, start, end)][: _MOST_PIECES - 1]
    starts = [start, *(stop for _, stop in joints)]
    ends = [*(begin for begin, _ in joints), end]
    for i, left in enumerate(starts):
        opener = _OPENER.match(text, left, end)
        for right in ends[i:]:
            for begin in (left, opener.end()) if opener else (left,):
                if begin < right and (piece := _trimmed(text, Span(begin, right))):
                    yield piece


def _trimmed(text: str, span: Span) -> Span | None:
    """A span without the marks and blanks around its words; None when it has none."""
    words = span.of(text)
    left = len(words) - len(words.lstrip(_TRIM))
    bare = words.strip(_TRIM)
    marks = "" if not bare else words[left + len(bare) :][:1]
    length = len(bare) + (1 if marks in ("!", "?") else 0)  # a title may ask or shout
    return Span(span.start + left, span.start + left + length) if bare else None


def _places(text: str, forms: set[str]) -> Iterator[Span]:
    """Every place of one of these forms, the longest form at each, also where it stands in capitals."""
    both = sorted(forms | {form.upper() for form in forms}, key=lambda f: (-len(f), f))
    taken: set[int] = set()  # code points
    for form in both:
        at = text.find(form)
        while at >= 0:
            place = Span(at, at + len(form))
            if _is_whole(text, place) and taken.isdisjoint(range(place.start, place.end)):
                taken.update(range(place.start, place.end))
                yield place
            at = text.find(form, at + 1)


def _is_whole(text: str, place: Span) -> bool:
    """Whether no letter of a longer word stands beside these words."""
    before, behind = text[place.start - 1 : place.start], text[place.end : place.end + 1]
    if before + behind in _PAIRS:
        return True
    return not (before.isalnum() or before in _JOINED or behind.isalnum() or behind in ("_", "-"))
