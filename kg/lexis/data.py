"""The notation of structured data in a text: data in, lines out and back, each value at a place that can be quoted.

A page's own markup says what no sentence of it says. So that this has words to quote, too, it stands in the text:

    [json-ld] Movie
      name: Low Tide
      actor: Ben Marsh
        characterName: Tom

A thing begins with its syntax in brackets and its type; the lines below, deeper by two blanks a level, are its
properties. The value of a property that is a thing itself is its name, if it has one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.lexis.titles import YEAR
from kg.model import Span

SYNTAXES: Final = ("json-ld", "microdata", "rdfa")

_NO_WIDTH: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_HEAD: Final = re.compile(rf"^\[(?P<key>{'|'.join(SYNTAXES)})\] (?P<value>\w+)$", re.MULTILINE)
_LINE: Final = re.compile(
    r"\r?\n(?P<indent>(?: {2}){1,8})(?P<key>[a-z][\w:]*):(?: (?P<value>\S(?:[^\r\n]*\S)?))?[^\S\r\n]*(?=\r?\n|$)"
)
_DATED: Final = re.compile(rf"(?P<title>\S.*?)\s?\((?P<year>{YEAR})\)")


@dataclass(frozen=True, slots=True)
class Datum:
    """A property with its value and the properties of that; on top the syntax with the thing's type.

    `span` is the line without its indent. It is None, and does not count, in data that were never read from a text.
    """

    key: str
    value: str = ""
    within: tuple["Datum", ...] = ()
    span: Span | None = field(default=None, compare=False)

    @property
    def words(self) -> Span:
        """Where the value stands; only what was read from a text and has one can tell."""
        assert self.span
        return Span(self.span.end - len(self.value), self.span.end)

    def all(self, *keys: str) -> Iterator["Datum"]:
        """The properties with one of these names."""
        return (datum for datum in self.within if datum.key in keys)

    def first(self, *keys: str) -> "Datum | None":
        """The first of them."""
        return next(self.all(*keys), None)


def write_data(data: Iterable[Datum]) -> str:
    """The text of things, an empty line between two; whitespace in a value is one blank, control characters none."""
    return "\n\n".join("\n".join([f"[{datum.key}] {datum.value}", *_written(datum.within, "  ")]) for datum in data)


def _written(data: Iterable[Datum], indent: str) -> Iterator[str]:
    for datum in data:
        yield f"{indent}{datum.key}: {one_line(datum.value)}".rstrip()
        yield from _written(datum.within, indent + "  ")


def one_line(text: str) -> str:
    """The text with a blank for every stretch of whitespace and of line separators, without what has no width."""
    return " ".join(text.translate(_NO_WIDTH).split())


def read_data(text: str) -> Iterator[tuple[Datum, Span]]:
    """Every thing in a text, with the lines that it takes."""
    for head in _HEAD.finditer(text):
        lines = list(_lines_below(text, head.end()))
        if lines:
            yield Datum(head["key"], head["value"], _nested(lines, 1), Span(*head.span())), _extent(head, lines[-1])


def _lines_below(text: str, at: int) -> Iterator[re.Match[str]]:
    while match := _LINE.match(text, at):
        yield match
        at = match.end()


def _extent(first: re.Match[str], last: re.Match[str]) -> Span:
    return Span(first.start(), last.end())


def _nested(lines: list[re.Match[str]], depth: int) -> tuple[Datum, ...]:
    """The properties at a depth, each with the deeper lines below it; what stands too deep belongs to the one above."""
    starts = [i for i, line in enumerate(lines) if i == 0 or len(line["indent"]) // 2 <= depth]
    ends = [*starts[1:], len(lines)]
    return tuple(
        Datum(
            lines[a]["key"],
            lines[a]["value"] or "",
            _nested(lines[a + 1 : b], depth + 1),
            Span(lines[a].start("key"), _end(lines[a])),
        )
        for a, b in zip(starts, ends, strict=False)
    )


def _end(line: re.Match[str]) -> int:
    """Where a line ends, without the blanks behind its value."""
    return line.end("value") if line["value"] else line.end("key") + 1


def titled(name: Datum) -> tuple[Span, Span | None]:
    """Where a film's name stands that data give it, and the year that may stand in brackets behind it."""
    if match := _DATED.fullmatch(name.value):
        at = name.words.start
        return Span(at, at + match.end("title")), Span(at + match.start("year"), at + match.end("year"))
    return name.words, None
