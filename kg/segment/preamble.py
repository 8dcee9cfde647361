"""What stands above the reviews of a page: its title, facts, fields and synopsis; lines in, blocks out."""

from collections.abc import Iterator, Sequence

from kg.model import Block, BlockKind
from kg.segment.article import article
from kg.segment.facts import facts_of
from kg.segment.fields import fields_at
from kg.segment.figures import aggregate_at
from kg.segment.lines import Line
from kg.segment.markup import heading, is_decoration
from kg.segment.titles import PLAIN_YEAR, WITH_YEAR, Title, is_page_name, without_page


def preamble(lines: Sequence[Line]) -> Iterator[Block]:
    """Blocks of the lines above the first review; what a site repeats, or says of itself, gives none."""
    short = {line.start for line in lines if not line.is_prose}
    seen: set[tuple[str, str]] = set()
    for block in article(lines, _title(lines), logline=True, facts=1):
        button = block.kind is BlockKind.PROSE and block.span.start in short
        words = "".join(line.of(block.body) for line in lines if block.body in line.span)
        if not button and (block.label, words) not in seen:
            seen.add((block.label, words))
            yield block


def _title(lines: Sequence[Line]) -> Title | None:
    """The title: above the facts, named with its reviews or trailers, with its year, or the first short line."""
    plain = [i for i in range(len(lines)) if _is_plain(lines, i)]
    first_fact = next((i for i, line in enumerate(lines) if facts_of(line)), 0)
    above = [i for i in plain if i < first_fact]
    texts = [lines[i].text for i in above]
    if above:  # pages repeat their title; what stands there once may be a button
        return _trimmed(max(above, key=lambda i: (texts.count(lines[i].text), i)), lines)
    found = (title for i in plain if (title := _trimmed(i, lines)).span != lines[i].span or _is_dated(lines[i]))
    return next(found, _trimmed(plain[0], lines) if plain else None)


def _is_dated(line: Line) -> bool:
    """Whether a line is a title with its year ("Low Tide (1951)"), as against the name of the site above it."""
    return bool(WITH_YEAR.fullmatch(line.text) and PLAIN_YEAR.search(line.text))


def _is_plain(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    averaged = aggregate_at(lines, at) or (at > 0 and aggregate_at(lines, at - 1) > 1)
    other = line.is_prose or averaged or facts_of(line) or fields_at(lines, at, in_lead=False)[1]
    return not other and not is_decoration(line) and not is_page_name(line)


def _trimmed(at: int, lines: Sequence[Line]) -> Title:
    """The title in a line without its marks and without what sites add to it."""
    line, marked = lines[at], heading(lines[at])
    if marked:
        line = Line(marked.span.start, line.of(marked.span))
    dated = WITH_YEAR.fullmatch(line.text)
    return Title(at, without_page(line) or (line.part(dated, "title") if dated else line.span))
