"""A page's tree in, its words out in the form that layouts know: a title, fields, headings, items, paragraphs."""

import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from typing import Final

from lxml.html import HtmlElement

from kg.lexis.data import one_line
from kg.read.web.mending import mend
from kg.read.web.tables import take_fields

_SITE: Final = re.compile(r"\s(?:[-–—|·»]\s.*)$")  # "Low Tide - Filmopedia"
_GAPS: Final = re.compile(r"\n{3,}")
_LEVELS: Final = {"h1": "#", "h2": "##"}
_BARE: Final = 25  # words below which what is left over from a page is not its text


def text_of(tree: HtmlElement) -> tuple[str, str | None]:
    """The page's text and title; a page of which no prose can be told apart gives all its words."""
    body = deepcopy(tree)
    mend(body)
    title = _title(body)
    fields = take_fields(body)
    lines = [*_prose(body)]
    own = [line for line in lines if line.lstrip("# ") != title]
    parts = [[f"# {title}"] if title else [], fields, own]
    text = "\n\n".join("\n".join(part) for part in parts if part)
    return _GAPS.sub("\n\n", text).strip("\n"), title


def _title(body: HtmlElement) -> str | None:
    """The first heading of the first level, else the page's title without the name of the site."""
    headings = (one_line(h1.text_content()) for h1 in body.iter("h1"))
    if heading := next(filter(None, headings), None):
        return heading
    title = body.find(".//title")
    return (_SITE.sub("", one_line(title.text_content())) or None) if title is not None else None


def _prose(body: HtmlElement) -> list[str]:
    """The lines of what trafilatura takes for the page's text, or all of them where it finds next to nothing."""
    import html_text
    import trafilatura

    found = trafilatura.bare_extraction(body, fast=True, favor_recall=True, include_tables=True, config=_config())
    lines = [line for tree in (found.body, found.commentsbody) for line in _lines(tree)] if found else []
    if sum(len(line.split()) for line in lines) >= _BARE:
        return lines
    whole = body.find("body")
    text = html_text.extract_text(whole if whole is not None else body, guess_layout=True)
    return [one_line(line) for line in text.splitlines()]


@cache
def _config() -> ConfigParser:
    """Trafilatura's own settings, but that a short page is no reason to look for text elsewhere, without headings."""
    from trafilatura.settings import use_config

    config: ConfigParser = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_BARE))
    return config


def _lines(tree: HtmlElement | None) -> Iterator[str]:
    """The lines of trafilatura's tree (p, head, list, item, table, row, cell, quote, lb …)."""
    for element in () if tree is None else tree:
        if element.tag == "head":
            yield ""
            yield f"{_LEVELS.get(element.get('rend', ''), '###')} {one_line(_inner(element))}"
            yield ""
        elif element.tag == "list":
            yield from (f"- {words}" for item in element.iter("item") if (words := one_line(_inner(item))))
        elif element.tag == "table":
            yield from filter(None, map(_row, element.iter("row")))
        else:
            yield from (line for piece in _inner(element).split("\n") if (line := one_line(piece)))
            yield ""


def _row(row: HtmlElement) -> str:
    cells = [one_line(_inner(cell)) for cell in row.iter("cell")]
    return f"| {' | '.join(cells)} |" if any(cells) else ""


def _inner(element: HtmlElement) -> str:
    """The words within, a line end for each break."""
    text = (element.text or "").replace("\n", " ")
    for child in element:
        text += "\n" if child.tag == "lb" else ""
        text += _inner(child) + (child.tail or "").replace("\n", " ")
    return text
