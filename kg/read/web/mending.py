"""A page's tree in, the same in plainer furniture: what an extractor of prose misreads becomes what it reads well."""

import re
from collections.abc import Iterable
from typing import Final

from lxml.html import HtmlElement
from lxml.html.builder import E

from kg.lexis.data import one_line

_GONE: Final = (
    "//script|//style|//noscript|//template|//iframe|//svg|//select|//button"
    "|//*[contains(concat(' ', normalize-space(@class), ' '), ' mw-editsection ')]"
    "|//*[@hidden]|//*[@role='tooltip']|//*[@aria-hidden='true']"
    "|//*[contains(translate(@style, ' ', ''), 'display:none')]"
)
_NOTE: Final = re.compile(r"\[(?:\d+|[a-z]|note \d+)\]")
_INLINE: Final = frozenset(
    ["a", "b", "cite", "em", "font", "i", "q", "span", "strong", "u", *(f"h{n}" for n in range(1, 7))]
)
_BLOCKS: Final = (
    "article",
    "blockquote",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "form",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
    *(f"h{n}" for n in range(1, 7)),
)
_LABELS: Final = ("h3", "h4", "h5", "h6", "dt")
_CELLS: Final = ("td", "th")
_PARTS: Final = ("tr", "tbody", "thead", "tfoot")
_BYLINE: Final = re.compile(r"(?:(?:film |movie )?review(?:ed)? )?by\s\S.*", re.I)
_SHORT: Final = 12  # words of a byline
_LONG: Final = 40  # words of a cell that holds more than a value


def mend(tree: HtmlElement) -> None:
    """Drop what is hidden, and footnotes; make paragraphs of layout tables, labels, bylines and bare blocks."""
    for element in tree.xpath(_GONE):
        element.drop_tree()
    for note in [sup for sup in tree.iter("sup") if _NOTE.fullmatch(one_line(sup.text_content()))]:
        note.drop_tree()
    _join_names(tree)
    for table in [table for table in tree.iter("table") if _lays_out(table)]:
        _open(table)
    for label in [h for h in tree.iter(*_LABELS) if _is_label(h)]:
        label.drop_tag()
    for element in tree.iter("p", "div", "span"):
        text = one_line(element.text_content())
        if len(text.split()) <= _SHORT and _BYLINE.fullmatch(text):
            element.attrib.clear()
    for div in tree.iter("div", "center"):
        if not any(child.tag in _BLOCKS for child in div.iterdescendants()):
            div.tag = "p"
    _name_main(tree)


def _name_main(tree: HtmlElement) -> None:
    """Where no element says that it holds the page's matter, or several say so of a part, the whole page does."""
    body = tree.find("body")
    if body is None or tree.find(".//main") is not None or len(articles := list(tree.iter("article"))) == 1:
        return
    for article in articles:
        article.tag = "section"
    main = E.main(*body)
    main.text, body.text = body.text, None
    body.append(main)


def _join_names(tree: HtmlElement) -> None:
    """A break within a name, a heading or other marked words is a blank; elsewhere it stays one."""
    for br in [br for br in tree.iter("br") if (parent := br.getparent()) is not None and parent.tag in _INLINE]:
        br.tail = " " + (br.tail or "")
        br.drop_tag()


def _lays_out(table: HtmlElement) -> bool:
    """Whether a table holds parts of the page and no data."""
    cells = table.iter(*_CELLS)
    return any(next(cell.iter("p", "table", "h1", "h2", "hr"), None) is not None or _is_long(cell) for cell in cells)


def _is_long(cell: HtmlElement) -> bool:
    return len(cell.text_content().split()) > _LONG and cell.getparent().get("class") != "infobox"


def _open(table: HtmlElement) -> None:
    """The cells of a table as blocks, those of the tables within as they are."""
    for part in _own(table, _PARTS):
        part.drop_tag()
    for cell in [child for child in table if child.tag in _CELLS]:
        cell.tag = "div"
    table.tag = "div"


def _own(table: HtmlElement, tags: Iterable[str]) -> list[HtmlElement]:
    return [part for part in table.iter(*tags) if next(part.iterancestors("table")) is table]


def _is_label(heading: HtmlElement) -> bool:
    """Whether a heading is but the label of the words beside it ("Director: Ann Lee")."""
    beside = (heading.tail or "").strip() or ((after := heading.getnext()) is not None and after.tag in _INLINE)
    return heading.tag != "dt" and heading.text_content().rstrip().endswith(":") and bool(beside)
