"""A page's tree in, its tables and lists of definitions as lines: an infobox as fields, a cast as items.

An extractor of prose takes them for navigation as often as not, and films are described in them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement
from lxml.html.builder import E

from kg.lexis.data import one_line

_INFOBOX: Final = re.compile(r"(?:^|[\s_-])(?:infobox|vevent|facts?|info|details?|credits|specs?)(?:$|[\s_-])", re.I)
_PEOPLE: Final = re.compile(r"\b(?:cast|actors?|characters?|players|starring|voices|crew|credits)\b", re.I)
_HEADS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend"})
_LABEL_WORDS: Final = 5
_HEADING_WORDS: Final = 6
_BREAKS: Final = frozenset({"br", "li", "p", "div", "dd"})  # what parts the values in one cell
_SKIPPED: Final = frozenset({"script", "style", "noscript", "template", "sup", "button", "select", "img"})
_ACTED: Final = re.compile(r"(?:\.{2,}|…|as\b|:|-|–|—)?\s*", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """A label with what stands in the cells beside it."""

    label: str
    cells: tuple[tuple[str, ...], ...]

    @property
    def values(self) -> tuple[str, ...]:
        """All values, whatever their cells."""
        return tuple(value for cell in self.cells for value in cell)

    @property
    def lines(self) -> Iterator[str]:
        """A line for each value, as infoboxes in texts have them."""
        return (f"- {self.label.rstrip(' :')}: {value}" for value in self.values)


def take_fields(body: HtmlElement) -> list[str]:
    """The lines of every infobox, which goes out of the tree; casts become plain lists there."""
    lines: list[str] = []
    for table in [element for element in body.iter("table", "dl") if element.getparent() is not None]:
        rows = list(_rows(table))
        if not rows or any(inner is not table for inner in table.iter("table")):  # a table that lays out the page
            continue
        if _lists_people(table):
            _replace(table, E.ul(*(E.li(_acted(row)) for row in rows if row.values)))
        elif (fields := [row for row in rows if _is_field(row)]) and (_is_infobox(table) or len(fields) == len(rows)):
            lines += [line for row in fields for line in row.lines]
            _replace(table, None)
    for list_ in body.iter("ul", "ol"):
        if _lists_people(list_):
            for link in list(list_.iter("a")):
                link.drop_tag()
    return lines


def words(element: HtmlElement) -> tuple[str, ...]:
    """The words of an element, apart where a break or a block parts them."""
    return tuple(filter(None, (one_line(piece) for piece in "".join(_pieces(element)).split("\n"))))


def _pieces(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or _is_hidden(element):
        return
    parted = element.tag in _BREAKS
    yield "\n" if parted else ""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from _pieces(child)
        yield (child.tail or "").replace("\n", " ")
    yield "\n" if parted else ""


def _is_hidden(element: HtmlElement) -> bool:
    return (
        "display:none" in (element.get("style") or "").replace(" ", "").casefold() or element.get("hidden") is not None
    )


def _rows(table: HtmlElement) -> Iterator[Row]:
    """The rows that have a label and a value."""
    if table.tag == "dl":
        for term in table.iter("dt"):
            yield Row(" ".join(words(term)), tuple(map(words, _definitions(term))))
        return
    for tr in table.iter("tr"):
        cells = [cell for cell in tr if cell.tag in ("th", "td")]
        filled = [cell for cell in cells if words(cell)]
        if len(filled) == 1 and len(cells) == 1:
            continue  # a caption or a picture
        if filled and not all(cell.tag == "th" for cell in filled):
            yield Row(" ".join(words(filled[0])), tuple(map(words, filled[1:])))


def _definitions(term: HtmlElement) -> Iterator[HtmlElement]:
    for sibling in term.itersiblings():
        if sibling.tag == "dt":
            return
        if sibling.tag == "dd":
            yield sibling


def _is_field(row: Row) -> bool:
    label = row.label.rstrip(" :")
    return bool(label and row.values and len(label.split()) <= _LABEL_WORDS and label[0].isalpha())


def _is_infobox(table: HtmlElement) -> bool:
    if _INFOBOX.search(f"{table.get('class') or ''} {table.get('id') or ''}"):
        return True
    return all(any(cell.tag == "th" for cell in tr) for tr in table.iter("tr") if len(tr) > 1)


def _lists_people(element: HtmlElement) -> bool:
    """Whether the heading above, or the caption, says that a list is one of people."""
    if (caption := element.find("caption")) is not None:
        return _is_of_people(caption)
    above = element
    while above is not None:
        for sibling in above.itersiblings(preceding=True):
            head = sibling if sibling.tag in _HEADS else next(sibling.iter(*_HEADS), None)
            if head is not None:
                return _is_of_people(head)
            if sibling.tag in ("p", "ul", "ol", "table", "dl"):
                return False
        above = above.getparent()
        if above is None or above.tag == "body":
            return False
    return False


def _is_of_people(head: HtmlElement) -> bool:
    text = one_line(head.text_content())
    return len(text.split()) <= _HEADING_WORDS and bool(_PEOPLE.search(text))


def _acted(row: Row) -> str:
    """The line of a cast, "Ann Lee as Mary": the part is in the first cell that holds more than dots."""
    roles = (_ACTED.sub("", " ".join(cell), count=1) for cell in row.cells)
    role = next(filter(None, roles), "")
    return f"{row.label} as {role}" if role else row.label


def _replace(old: HtmlElement, new: HtmlElement | None) -> None:
    parent = old.getparent()
    assert parent is not None
    if new is not None:
        parent.insert(parent.index(old), new)
        new.tail = None
    old.drop_tree()
