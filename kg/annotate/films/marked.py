"""A page's structured data in; the title of the film that it is about, and whether it is a listing of films, out."""

from collections.abc import Sequence

from kg.lexis.data import read_data, titled
from kg.lexis.titles import title_key
from kg.model import Block, BlockKind, Document, Span


def marked_title(document: Document, blocks: Sequence[Block], headed: Span | None) -> Span | None:
    """Where the data name the page's own film; None where they name none, or just the one that the heading names.

    A heading may be a headline; what a page marks up as the name of its film is nothing else.
    """
    names = _names(document, blocks)
    if not names or (headed and title_key(headed.of(document.text)) in names):
        return None
    return next(iter(names.values()))


def readable(document: Document, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks to read: of a listing, whose data name several films and none in a heading, only the data.

    What its prose says, it says of now the one and now the other.
    """
    names = _names(document, blocks)
    titles = [title_key(b.span.of(document.text)) for b in blocks if b.label == "title"]
    if len(names) < 2 or any(name in title for title in titles for name in names):
        return blocks
    return tuple(block for block in blocks if block.kind is BlockKind.DATA)


def _names(document: Document, blocks: Sequence[Block]) -> dict[str, Span]:
    """The first place of each film's name in the data, by the key under which equal titles meet."""
    if all(block.kind is not BlockKind.DATA for block in blocks):
        return {}
    names: dict[str, Span] = {}
    for datum, _ in read_data(document.text):
        if (name := datum.first("name")) and name.value:
            title, _ = titled(name)
            names.setdefault(title_key(title.of(document.text)), title)
    return names
