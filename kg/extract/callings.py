"""Page in; what it calls its people out: "the Dutch film maker Anna Berg", "Anna Berg, a Dutch film maker"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.reading import group, once_a_page, sentences
from kg.extract.words import any_of, words
from kg.model import Mention, Page, Span
from kg.vocab.places import country_spellings

_LAST_WORDS: Final = frozenset(re.split(r"[ -]", calling)[-1] for calling in words("callings.calling"))
_CALLING: Final = rf"{any_of('callings.calling')}\b"
_DEMONYM: Final = rf"(?:{'|'.join(re.escape(s) for s in country_spellings() if s[0].isupper())})"
_EPITHET: Final = rf"(?:{any_of('callings.epithet')}\s){{0,2}}"
_CALLED: Final = (
    rf"{_EPITHET}(?:(?P<demonym>{_DEMONYM}(?:[-–/]{_DEMONYM})*)\s)?{_EPITHET}"
    rf"(?P<callings>{_CALLING}(?:(?:,\s(?:and\s)?|\sand\s|[/-]){_CALLING})*)"
)
_BEFORE: Final = re.compile(rf"(?<![\w-]){_CALLED}\s$")
_ARTICLE: Final = re.compile(r"(?:\s\([^()]*\))?(?:,(?:\swho\s(?:is|was))?|\s(?:is|was))\s(?:an?|the)\s")
_BEHIND: Final = re.compile(rf"{_CALLED}(?![\w'’-]|\s(?:{_CALLING}))")
_ONE: Final = re.compile(_CALLING)
_OF_A_PART: Final = re.compile(rf"\b{any_of('callings.part')}\s(?:an?\s|the\s)?$")
_JOINT: Final = re.compile("[-/]")
_REACH: Final = 90  # characters before a name in which what it is called stands


@dataclass(frozen=True, slots=True)
class Calling:
    """One place that says what somebody is: `span` holds both the name and what it is called."""

    person: str
    span: Span
    callings: tuple[Span, ...]
    demonym: Span | None


@once_a_page
def callings(page: Page) -> tuple[Calling, ...]:
    """What the text calls people outside its plot; the parts that they play are not meant."""
    parts = {credit.role for credit in page.credits}
    starts = [mention.span.start for mention in page.people]
    found: list[Calling] = []
    for sentence in sentences(page):
        for mention in page.people[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
            if mention.text not in parts:
                found += _called(page, sentence, mention)
    return tuple(found)


def _called(page: Page, sentence: Span, mention: Mention) -> Iterator[Calling]:
    text, name = page.document.text, mention.span
    from_ = max(sentence.start, name.start - _REACH)
    words = text[from_ : name.start].split()
    if words and _JOINT.split(words[-1])[-1] in _LAST_WORDS:
        before = _BEFORE.search(text, from_, name.start)
        if before and not _OF_A_PART.search(text, sentence.start, before.start()):
            yield _calling(mention, before, Span(before.start(), name.end))
    article = _ARTICLE.match(text, name.end, sentence.end)
    behind = _BEHIND.match(text, article.end(), sentence.end) if article else None
    if behind and not _OF_A_PART.search(text, sentence.start, name.start):
        yield _calling(mention, behind, Span(name.start, behind.end()))


def _calling(mention: Mention, match: re.Match[str], span: Span) -> Calling:
    start = match.start("callings")
    each = tuple(Span(start + m.start(), start + m.end()) for m in _ONE.finditer(match["callings"]))
    return Calling(mention.text, span, each, group(match, "demonym") if match["demonym"] else None)
