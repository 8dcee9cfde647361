"""Page in, claims of schema:duration and kg:runtimeMinutes out: how long the film runs, not what lasts within it."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.film_phrase import film_phrases, speaks_of_film
from kg.extract.reading import fields, film_at, group, parts, sentences
from kg.extract.stating import state
from kg.extract.words import any_of, words
from kg.model import Claim, Datatype, Page, Span, Thing, Value

_FIELDS: Final = frozenset(words("fields.duration"))
_NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_LIMIT: Final = 1500  # minutes; the longest films run for less
_HOURS: Final = (
    r"(?:(?P<hours>\d{1,2})[\s-]?|(?P<word>an?|one|two|three|four)[\s-])(?:and\sa\s(?P<half>half)\s)?(?:hours?|hrs?|h)\b"
    r"(?:,?[\s-]?(?:and\s)?(?:(?P<rest>\d{1,2})[\s-]?m(?:in(?:ute)?s?)?\b|a\s(?P<half_behind>half)\b))?"
)
_LENGTH: Final = re.compile(rf"(?<![\w.,-])(?:(?P<minutes>\d{{1,4}})(?:[\s-]?min(?:ute)?s?|m)\b|{_HOURS})", re.I)
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
            yield from _claims(page, page.main, part, "duration.field")
    for phrase in film_phrases(page):
        yield from _claims(page, phrase.film, phrase.span, "duration.phrase")
    for sentence in sentences(page):
        for match in _LENGTH.finditer(page.document.text, sentence.start, sentence.end):
            film = film_at(page, match.start())
            if film and (rule := _rule(page, sentence, match)):
                yield from _claims(page, film, group(match), rule)


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


def _claims(page: Page, film: Thing, within: Span, rule: str) -> Iterator[Claim]:
    match = _LENGTH.search(page.document.text, within.start, within.end)
    minutes = _minutes(match) if match else 0
    if match and 0 < minutes <= _LIMIT:
        yield state(page, film, "schema:duration", Value(_iso(minutes)), group(match), rule)
        yield state(page, film, "kg:runtimeMinutes", Value(str(minutes), Datatype.INTEGER), group(match), rule)


def _minutes(match: re.Match[str]) -> int:
    if match["minutes"]:
        return int(match["minutes"])
    hours = _NUMBERS[match["word"].casefold()] if match["word"] else int(match["hours"])
    return hours * 60 + int(match["rest"] or 0) + (30 if match["half"] or match["half_behind"] else 0)


def _iso(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
