"""Who had a part in the original film: "(originally played by A)", "A, who played B's part in the original"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.credits import Found
from kg.annotate.people import Directory
from kg.lexis.names import NAME, clean_name, names_in
from kg.lexis.titles import YEAR
from kg.model import Span

_FILM: Final = (
    rf"(?:(?:{YEAR}|first|original|earlier|Dutch|French|Italian|German|Japanese|Swedish|British"
    rf"|silent)\s?(?:\w+\s)?(?:film|movie|version|picture|production)?|original)"
)
_CUE: Final = re.compile(r"\b(?:originally|previously|original|first|formerly|originated|(?:19|20)\d\d|earlier)\b")
_ORIGINALLY: Final = re.compile(
    rf"\b(?:originally|previously|first|formerly)\s(?:played|portrayed|essayed|performed|created|originated"
    rf"|embodied)\sby\s(?P<name>{NAME})"
)
_IN_ORIGINAL: Final = re.compile(rf"\b(?:played|portrayed|taken)\sby\s(?P<name>{NAME})\sin\sthe\s{_FILM}")
_PART_OF: Final = re.compile(
    rf"\bwho\s(?:originally\s|first\s)?(?:played|portrayed|had|took"
    rf"|created)\s(?P<other>{NAME})['’]s?\s(?:\w+\s)?(?:part|role|character)\sin\sthe\s{_FILM}"
)
_TAKES_OVER: Final = re.compile(
    rf"(?P<name>{NAME})\s(?:takes|took|assumes|inherits|fills|reprises|steps\sinto|has|plays)\s(?:on\s"
    rf"|over\s)?(?:the\s)?(?:role|part|shoes|character)\s(?:that\s|which\s)?(?:originally\s|first\s"
    rf"|previously\s)?(?:was\s)?(?:originated|created|made\sfamous|played|portrayed|held|taken"
    rf"|performed)\sby\s(?P<original>{NAME})"
)


def read_originals(text: str, start: int, end: int, found: Sequence[Found], directory: Directory) -> Iterator[Found]:
    """Credits of the original's cast that a sentence states, each with the actor who has the part now, where stated."""
    if not _CUE.search(text, start, end):
        return
    for pattern in (_ORIGINALLY, _IN_ORIGINAL):
        for match in pattern.finditer(text, start, end):
            now = _last_before(found, match.start(), start)
            yield _original(Span(*match.span("name")), Span(*match.span()), now, now.name if now else None)
    for match in _PART_OF.finditer(text, start, end):
        subject = next(reversed(list(names_in(text, start, match.start()))), None)
        if subject:
            other = directory.full(clean_name(match["other"]))
            now = next(
                (
                    f
                    for f in found
                    if f.relation == "actor" and f.role and directory.full(clean_name(f.name.of(text))) == other
                ),
                None,
            )
            yield _original(Span(*subject.span()), Span(subject.start(), match.end()), now, Span(*match.span("other")))
    for match in _TAKES_OVER.finditer(text, start, end):
        name = directory.full(clean_name(match["name"]))
        now = next(
            (
                f
                for f in found
                if f.relation == "actor" and f.role and directory.full(clean_name(f.name.of(text))) == name
            ),
            None,
        )
        yield _original(Span(*match.span("original")), Span(*match.span()), now, Span(*match.span("name")))


def _last_before(found: Sequence[Found], offset: int, start: int) -> Found | None:
    """The last actor credited in this sentence before `offset`: the one whose part is spoken of."""
    parts = (
        f
        for f in found
        if f.relation == "actor" and start <= f.name.start and max(f.name.end, f.role.end if f.role else 0) <= offset
    )
    return max(parts, key=lambda f: (max(f.name.end, f.role.end if f.role else 0), f.role is not None), default=None)


def _original(name: Span, cue: Span, now: Found | None, counterpart: Span | None) -> Found:
    return Found("originalActor", name, cue, "actor.original", now.role if now else None, "", counterpart)
