"""The head of a review: a line that holds nothing but its author, date, score or rank in, those parts out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.model import Block, BlockKind, Span
from kg.segment.asides import is_aside
from kg.segment.figures import DATE, SCORE, percentile, score
from kg.segment.lines import LINES_KEPT, Line
from kg.segment.markup import is_field_name, is_section_name
from kg.segment.reviewers import is_name
from kg.segment.titles import reviewed_title

_VERB: Final = (
    r"(?:rated|reviewed|watched|posted|published|written|submitted|added|seen|updated|date"
    r"|(?:an?\s)?(?:(?:film|movie|user)\s)?review)"
)
_DATED: Final = re.compile(
    rf"(?:\b{_VERB}:?\s(?:in\s[\w ]{{1,30}}?\s)?)?(?:\bon:?\s)?(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
    rf"(?P<value>{DATE}|(?:\d{{1,2}}|an?)\s(?:year|month|week|day|hour)s?\sago)"
    r"(?:,?\s(?:at\s)?\d\d?:\d\d(?:\s?[ap]m)?)?",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    rf"(?:\b(?:{_VERB}\s)?by|\b(?:author|reviewer|critic|user|name):)\s+$|^[—–-]\s?$",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(r"\s(?:says|said|wrote|writes|comments)\s?:$", re.IGNORECASE)
_FILLER: Final = re.compile(
    rf"[(\[]?\0+[)\]]?|\b(?:{_VERB}|by|author|reviewer|critic|user|name|it|on|gave|says|score|rating|verified)\b:?"
    r"|\bsee all my reviews\b|\bverified (?:purchase|buyer|ticket)\b"
    r"|,?\s(?:(?:chief|senior|staff|guest)\s)?(?:(?:film|movie)\s)?(?:critic|staff writer|correspondent|reviewer)\b"
    r"|\bfull review\b[.…]*|\boriginal score\b"
    r"|\b\d+[\s-]min(?:ute)?s?\sread\b"
    r"|(?<!\S)\d+(?!\S)|\s[–—-]\s|^[—–-]|[|•·,:—]",
    re.IGNORECASE,
)
_RANKED: Final = re.compile(
    r"(?P<score>\d{1,3})[\s|·/–-]+(?P<rank>\d{1,3}(?:st|nd|rd|th))", re.IGNORECASE
)  # "85  82nd"
_EMPHASIS: Final = re.compile(r"(?P<mark>\*\*|\*|__?|'''?)(?P<words>[^*_].*?)(?P=mark)")
_PLACE: Final = re.compile(r"\s\([^()\d]{1,40}\)$")  # "film_fan88 (Leith)"
_HOME: Final = re.compile(r"(?:\s(?:in|from)\s[A-Z]|,\s)[^\d]{1,40}$")  # "— Ann in Leith"
_MOST_WORDS: Final = 14
_NAME_WORDS: Final = 8  # most words of a byline


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a head: "author", "date", "score", "percentile" or "headline"; the first two have a value.

    `text` is the author's name.
    """

    name: str
    span: Span
    value: Span | None = None
    text: str = ""

    def block(self, entry: int) -> Block:
        """The piece as a block of an entry."""
        if self.name == "headline":
            return Block(self.span, BlockKind.HEADING, "section", entry)
        return Block(self.span, BlockKind.FIELD if self.value else BlockKind.RATING, self.name, entry, self.value)


@lru_cache(maxsize=LINES_KEPT)
def head_of(line: Line) -> tuple[Piece, ...]:
    """The pieces of the line, if it holds nothing else; a line that is but a name may still be something else."""
    if wrapped := _EMPHASIS.fullmatch(line.text):
        line = Line(line.start + wrapped.start("words"), wrapped["words"])
    if line.words > _MOST_WORDS or reviewed_title(line) or is_aside(line):
        return ()
    if figure := score(line):
        return (Piece("score", figure),)
    if rank := percentile(line):
        return (Piece("percentile", rank),)
    if ranked := _RANKED.fullmatch(line.text):
        return (Piece("score", line.part(ranked, "score")), Piece("percentile", line.part(ranked, "rank")))
    text = line.text
    pieces: tuple[Piece, ...] = ()
    if dated := _DATED.search(text):
        pieces = (Piece("date", line.part(dated), line.part(dated, "value")),)
        text = _blanked(text, dated)
    if scored := SCORE.search(text):
        pieces += (Piece("score", line.part(scored, "labelled" if scored["labelled"] else "figure")),)
        text = _blanked(text, scored)
    if not pieces and line.words > _NAME_WORDS:
        return ()
    rest = [part for part in _parts(text) if part[0]]
    author = _author(line, text, *rest[0]) if len(rest) == 1 else None
    return (*pieces, author) if author else () if rest else pieces


def certain_head(line: Line) -> Sequence[Piece]:
    """The head that the line is, unless it is but a name."""
    head = head_of(line)
    return head if any(piece.name != "author" or piece.span != piece.value for piece in head) else ()


def scored_headline(line: Line) -> list[Piece]:
    """The pieces of a line that goes on after its score: "5.0 out of 5 stars A gentle film"."""
    match = SCORE.match(line.text)
    rest = line.text[match.end() :].lstrip(" :|–—-") if match else ""
    if not match or not rest or line.words > _MOST_WORDS:
        return []
    figure = line.part(match, "labelled" if match["labelled"] else "figure")
    return [Piece("score", figure), Piece("headline", Span(line.span.end - len(rest), line.span.end))]


def _blanked(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]


def _parts(text: str) -> list[tuple[str, int]]:
    """What is left of a text between the words and signs that join a head's pieces, and where."""
    ends = [match.span() for match in _FILLER.finditer(text)]
    bounds = zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True)
    return [(text[a:b].strip(), a + len(text[a:b]) - len(text[a:b].lstrip())) for a, b in bounds]


def _author(line: Line, text: str, name: str, at: int) -> Piece | None:
    by = _BY.search(text[:at])
    name = _PLACE.sub("", name)
    name = _HOME.sub("", name) if by else name
    says = _SAYS.match(line.text, at + len(name))
    if not is_name(name) and not (says and name[:1].isupper() and " " not in name):
        return None
    if is_section_name(name) or is_field_name(name):
        return None
    value = Span(line.start + at, line.start + at + len(name))
    end = line.start + says.end() if says else value.end
    return Piece("author", Span(line.start + by.start() if by else value.start, end), value, name)
