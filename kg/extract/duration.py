"""Page in, claims of schema:duration and kg:runtimeMinutes out: how long the film runs, not what lasts within it."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.film_phrase import film_phrases, speaks_of_film
from kg.extract.reading import fields, film_at, group, parts, sentences
from kg.extract.running_time import LENGTH, running_time
from kg.extract.words import any_of, words
from kg.model import Claim, Page, Span

_FIELDS: Final = frozenset(words("fields.duration"))
# What leads up to the length of a film: a noun that can mean nothing else, or a verb whose subject is the film.
_NOUN: Final = re.compile(
    r"\b(?:running[\s-]time|run[\s-]?time|runtime)(?:\s(?:of|is|was|at|clocks\sin\sat|comes\sto))?:?\s"
    r"(?:(?:approximately|about|around|roughly|only|just|exactly|an?\s\w+)\s)?$",
    re.I,
)
_VERB: Final = re.compile(
    r"(?:^|\s)(?:runs|ran|lasts|lasted|clocks\sin|is|was)\s(?:(?:for|at|to|approximately|about|around|roughly|only|just|exactly)\s){0,2}$",
    re.I,
)
_AT: Final = re.compile(r"(?:^|[.;,]\s)[Aa]t\s(?:(?:just|only|nearly|almost|over|under|an?\s[\w-]+)\s){0,2}$")
_BEHIND_AT: Final = re.compile(r",?\s(?:it|this|the\s(?:film|movie|picture))\b|,")
_LONG: Final = re.compile(r"\slong\b")
_NOT_BEHIND: Final = re.compile(rf"\s{any_of('duration.not_behind')}\b", re.I)
_OTHER_CUT: Final = re.compile(rf"\b{any_of('duration.other_cut')}\b", re.I)
_THEATRICAL: Final = re.compile(r"\b(?:theatrical|original|final)\b", re.I)


def duration(page: Page) -> Iterator[Claim]:
    """Running times of the page's films."""
    for value in fields(page, _FIELDS):
        for part in _main_cut(page, value):
            yield from running_time(page, page.main, part, "duration.field")
    for phrase in film_phrases(page):
        yield from running_time(page, phrase.film, phrase.span, "duration.phrase")
    for sentence in sentences(page):
        for match in LENGTH.finditer(page.document.text, sentence.start, sentence.end):
            film = film_at(page, match.start())
            if film and (rule := _rule(page, sentence, match)):
                yield from running_time(page, film, group(match), rule)


def _main_cut(page: Page, value: Span) -> list[Span]:
    """The lengths of a field that are not those of another cut."""
    every = list(parts(page, value))
    plain = [p for p in every if not _OTHER_CUT.search(page.text(p)) or _THEATRICAL.search(page.text(p))]
    return plain or every[:1]


def _rule(page: Page, sentence: Span, match: re.Match[str]) -> str | None:
    before = page.document.text[sentence.start : match.start()]
    cut = _OTHER_CUT.search(before)
    if cut and not _THEATRICAL.search(before):
        return None
    if _NOUN.search(before):
        return "duration.noun"
    if _AT.search(before) and _BEHIND_AT.match(page.document.text, match.end()):
        return "duration.at"
    verb = _VERB.search(before)
    if not verb or _NOT_BEHIND.match(page.document.text, match.end()):
        return None
    copula = verb[0].split()[0] in ("is", "was")
    if copula and not _LONG.match(page.document.text, match.end()):
        return None
    return "duration.verb" if speaks_of_film(page, before[: verb.start() + 1]) else None
