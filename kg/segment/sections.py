"""Headings of sections, and lines that belong to no page; a line in its surroundings in, what it is out."""

import re
from collections.abc import Sequence
from typing import Final

from kg.model import Span
from kg.segment.facts import facts_of
from kg.segment.lines import Line
from kg.segment.markup import field, heading, is_decoration, is_section_name
from kg.segment.titles import title_of

_BARE: Final = re.compile(r"(?P<words>\S.*?)(?:\s*\[\s*edit\s*\])?\s*:?")
_MOST_WORDS: Final = 6
_POSTER: Final = re.compile(r"(?:\S+\s){0,6}(?:posters?|cover art|film still)", re.IGNORECASE)
_NOTE: Final = re.compile(r"from \w+, the free \w+\.?|redirected from .*|jump to .*|advertisement", re.IGNORECASE)
_SYNOPSIS: Final = re.compile(
    r"(?:[-*•]\s)?(?:\*\*)?(?:synopsis|plot|storyline|summary|logline|overview|premise)(?:\*\*)?:(?:\*\*)?\s*(?P<text>\S.*)",
    re.IGNORECASE,
)
_DEFINITION: Final = re.compile(
    r"(?!(?:there|here|this|it|that|what|he|she)\s(?:is|was|are)\s)"
    r"(?:(?:(?:Mr|Mrs|Ms|Dr|St|vs|Jr|[A-Z])\.|\S*[^\s.!?]|\S+[.!?](?!\s(?-i:[A-Z])))\s+){1,14}?"  # one sentence
    r"(?:is|was|are)\s(?:a|an|the|one)\s(?!(?:kind|sort|type)\sof\b)(?:\S+\s){0,12}?(?:(?:18|19|20)\d\d\b|\S*"
    r"(?:film|movie|documentary|drama|comedy|thriller|musical|western|feature|remake|sequel|adaptation|short|picture)\b)",
    re.IGNORECASE,
)


def section_heading(lines: Sequence[Line], at: int) -> Span | None:
    """Where the words of a section's heading stand, marked or bare; None when the line is no heading."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if marked := heading(line, below):
        return marked.span
    if (
        line.words > _MOST_WORDS + 1
        or is_noise(line)
        or facts_of(line)
        or ((found := field(line)) and found.known and found.value)
    ):
        return None
    match = _BARE.fullmatch(line.text)
    if match and is_section_name(match["words"]):
        alone = line.after_gap or line.before_gap
        return line.part(match, "words") if alone or (below and _follows(below)) else None
    return line.span if below and _heads(line, below) else None


def _follows(below: Line) -> bool:
    """Whether a line is what stands below a heading."""
    return below.is_prose or is_section_name(below.text)


def _heads(line: Line, below: Line) -> bool:
    """Whether a line without marks and without a known name has the form and the place of a heading."""
    short = line.after_gap and line.words <= _MOST_WORDS and line.text[0].isupper() and line.text[-1] not in ".!?,;:"
    return short and below.is_prose and (line.before_gap or below.text[0].isupper())


def is_noise(line: Line) -> bool:
    """Whether the line is a rule, a picture's caption or a note of the site."""
    note = line.words <= _MOST_WORDS + 1 and (_POSTER.fullmatch(line.text) or _NOTE.fullmatch(line.text))
    return is_decoration(line) or bool(note)


def is_definition(line: Line) -> bool:
    """Whether the line begins as encyclopedias do: "X is a 1997 drama film"."""
    return bool(_DEFINITION.match(line.text))


def labelled_synopsis(line: Line) -> Span | None:
    """The text of a line that calls itself a synopsis ("Plot: A pilot comes home.")."""
    match = _SYNOPSIS.fullmatch(line.text)
    return line.part(match, "text") if match else None


def section_count(lines: Sequence[Line]) -> int:
    """How many headings the page has besides its title."""
    title = title_of(lines)
    return sum(not (title and i == title.line) and section_heading(lines, i) is not None for i in range(len(lines)))


def named_sections(lines: Sequence[Line]) -> int:
    """How many headings have the names that sections of articles have."""
    return sum(is_section_name(line.of(words)) for i, line in enumerate(lines) if (words := section_heading(lines, i)))
