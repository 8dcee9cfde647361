"""Capsule reviews: a line that begins with title, year and director in brackets, and goes on with the review itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.lexis.letters import UPPER
from kg.lexis.names import NAME
from kg.lexis.titles import QUOTED, TITLE, YEAR, unquoted
from kg.model import Block, BlockKind, Span
from kg.segment.figures import RUNTIME, SCORE
from kg.segment.layout import Layout
from kg.segment.lines import Line
from kg.vocab import country_code

_MARK: Final = r"(?:\*\*|__|'''?|\*|_)?"
_NUMBER: Final = r"(?:[#№]?\d{1,3}[.):]?\s|[-*•–]\s)?"
_CAPITALS: Final = rf"(?:{UPPER}|\d)(?:{UPPER}|[\d '’&:,.!?-])*(?:{UPPER}|[\d!?])"
_HEAD: Final = re.compile(
    rf"{_NUMBER}{_MARK}(?P<title>{QUOTED}|{_CAPITALS}(?=\s[(\[])|{TITLE}){_MARK}\s[(\[](?P<facts>[^()\[\]]*?{YEAR}[^()\[\]]*)[)\]]{_MARK}"
)
_PART: Final = re.compile(r"[^,;/|]+")
_YEAR: Final = re.compile(YEAR)
_RUNTIME: Final = re.compile(RUNTIME, re.IGNORECASE)
_DIRECTOR: Final = re.compile(
    rf"\s*(?:(?:[Dd]ir(?:ected\sby|ector)?|[Dd])\b[.:]?\s)?(?P<name>{NAME}(?:\s(?:and|&)\s{NAME})*)(?<=\w)\s*"
)
_NAMES: Final = re.compile(
    rf"[\s:–—-]*(?:(?:[Ww]ith|[Ss]tarring)\s)?(?P<names>{NAME}(?:(?:,|,?\sand|\s&)\s{NAME})+)\.\s"
)
_TAIL: Final = re.compile(
    rf"(?<=[.!?…])\s+\(?(?P<runtime>\b{RUNTIME})?[\s.,;)]*(?P<score>{SCORE.pattern}|[A-DF][+−–-]?)?[\s.)]*$"
)
_BODY_WORDS: Final = 8  # fewest of a review


@dataclass(frozen=True, slots=True)
class Capsule:
    """The title of a capsule's head, what its brackets hold, and where the head ends."""

    title: Span
    facts: tuple[Block, ...]
    end: int

    @property
    def credited(self) -> bool:
        """Whether the head names a director."""
        return any(fact.label == "director" for fact in self.facts)


def head_of_capsule(line: Line) -> Capsule | None:
    """The head that a line begins with."""
    match = _HEAD.match(line.text)
    if not match:
        return None
    title = unquoted(line.text, Span(*match.span("title")))
    facts = tuple(_facts(line, *match.span("facts")))
    return Capsule(Span(line.start + title.start, line.start + title.end), facts, line.start + match.end())


def is_capsule(line: Line) -> bool:
    """Whether a line is a whole capsule: a head that names a director, and a review behind it that begins anew."""
    found = head_of_capsule(line)
    body = line.text[found.end - line.start :].lstrip(" :–—-.*_") if found else ""
    return bool(found and found.credited and len(body.split()) >= _BODY_WORDS and not body[0].islower())


def _facts(line: Line, start: int, end: int) -> Iterator[Block]:
    """Year, director, country and running time, whichever way they stand."""
    for match in _PART.finditer(line.text, start, end):
        if label := _kind(match[0].strip()):
            value = Span(line.start + match.start(), line.start + match.end())
            words = line.of(value)
            trimmed = Span(value.start + len(words) - len(words.lstrip()), value.end - len(words) + len(words.rstrip()))
            yield Block(
                trimmed, BlockKind.FIELD, label, value=_named(line, trimmed) if label == "director" else trimmed
            )


def _kind(words: str) -> str:
    if _YEAR.fullmatch(words):
        return "year"
    if _RUNTIME.fullmatch(words):
        return "running time"
    if country_code(words):
        return "country"
    return "director" if _DIRECTOR.fullmatch(words) and " " in words else ""  # one word is a place or a company


def _named(line: Line, part: Span) -> Span:
    match = _DIRECTOR.fullmatch(line.of(part))
    return Span(part.start + match.start("name"), part.start + match.end("name")) if match else part


def _mark(lines: Sequence[Line]) -> Iterator[Block]:
    head = head_of_capsule(first := lines[0]) if lines else None
    if not head:
        return
    yield Block(head.title, BlockKind.HEADING, "title")
    yield from head.facts
    start = head.end
    if cast := _NAMES.match(first.text, start - first.start):
        yield Block(first.part(cast, "names"), BlockKind.FIELD, "starring", value=first.part(cast, "names"))
        start = first.start + cast.end()
    tail = list(_tail(lines[-1]))
    yield from tail
    body = first.text[start - first.start :]
    start += len(body) - len(body.lstrip(" :–—-."))
    end = lines[-1].span.end
    if tail:
        end = lines[-1].start + len(lines[-1].text[: tail[0].span.start - lines[-1].start].rstrip(" ("))
    if start < end:
        yield Block(Span(start, end), BlockKind.REVIEW, "", 1)


def _tail(line: Line) -> Iterator[Block]:
    """The running time and the score with which a review ends."""
    match = _TAIL.search(line.text)
    if match and match["runtime"]:
        yield Block(line.part(match, "runtime"), BlockKind.FIELD, "running time", value=line.part(match, "runtime"))
    if match and match["score"]:
        yield Block(line.part(match, "score"), BlockKind.RATING, "score", 1)


CAPSULE: Final = Layout("capsule", lambda lines: bool(lines) and is_capsule(lines[0]), _mark)
