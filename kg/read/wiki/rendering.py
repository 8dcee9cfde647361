"""Nodes of wiki text in, words out: markup, notes and pictures go, links and lists become what readers see."""

import re
from collections.abc import Iterator
from typing import Any, Final

from mwparserfromhell import nodes

from kg.read.wiki.templates import expand

_GONE: Final = frozenset(
    [
        "ref",
        "references",
        "gallery",
        "math",
        "score",
        "timeline",
        "imagemap",
        "style",
        "templatestyles",
        "syntaxhighlight",
    ]
)
_NAMESPACE: Final = re.compile(
    r":?(?:category|file|image|media|template|portal|special|help|wikipedia|wp|user|talk|draft|module|[a-z]{2,3}(?:-[a-z]+)?)\s?:",
    re.IGNORECASE,
)
ITEM: Final = "- "
TERM: Final = "; "  # the name of a part of a list
_LINES: Final = {"li": ITEM, "dt": TERM}
_ASIDE: Final = re.compile(r"\s*\([^()]*\)$")  # "Low Tide (2001 film)"
_ACTORS: Final = re.compile(r"\b(?:actors?|actress|cast|performer|name|voiced? by|voice actor)\b", re.IGNORECASE)
_ROLES: Final = re.compile(r"\b(?:roles?|characters?|parts?)\b", re.IGNORECASE)


def render(code: Any) -> str:
    """The words of wiki code, a line end for each break, "- " before each item of a list."""
    return "".join(map(_rendered, code.nodes))


def _rendered(node: Any) -> str:
    if isinstance(node, nodes.Text):
        return str(node.value)
    if isinstance(node, nodes.Wikilink):
        return _link(node)
    if isinstance(node, nodes.Template):
        return expand(node, render)
    if isinstance(node, nodes.Tag):
        return _tag(node)
    if isinstance(node, nodes.HTMLEntity):
        return str(node.normalize())
    if isinstance(node, nodes.Heading):
        return f"\n{'#' * node.level} {' '.join(render(node.title).split())}\n"
    if isinstance(node, nodes.ExternalLink):
        return render(node.title) if node.title is not None else ""
    return ""  # comments, arguments


def _link(link: Any) -> str:
    """What a link shows, or the fuller name that it leads to: [[Ann Lee|Lee]] is Ann Lee."""
    target = str(link.title).strip()
    shown = render(link.text).strip() if link.text is not None else ""
    if _NAMESPACE.match(target):
        return shown if target.startswith(":") else ""
    full = _ASIDE.sub("", target.partition("#")[0].replace("_", " ")).strip()
    return full if not shown or _is_short_for(shown, full) else shown


def _is_short_for(shown: str, full: str) -> bool:
    """Whether one is the beginning or the end of the other, and both are names."""
    short, long = shown.split(), full.split()
    capital = all(word[0].isupper() for word in (*short, *long))
    return capital and len(short) < len(long) and short in (long[: len(short)], long[-len(short) :])


def _tag(tag: Any) -> str:
    name = str(tag.tag).strip().casefold()
    if name in _GONE:
        return ""
    if name == "br":
        return "\n"
    if tag.wiki_markup and name in _LINES:
        return _LINES[name]
    if name == "table":
        return "\n" + "\n".join(_cast(tag)) + "\n"
    return render(tag.contents) if tag.contents is not None else ""


def _cast(table: Any) -> Iterator[str]:
    """The lines of a table of actors and their parts; no other table is read."""
    rows = [
        [" ".join(render(cell.contents).split()) for cell in _within(row, ("td", "th"))]
        for row in (table, *_within(table, ("tr",)))  # the first row may stand in no row of its own
    ]
    head = next((row for row in rows if row), [])
    actor = next((i for i, name in enumerate(head) if _ACTORS.search(name)), None)
    role = next((i for i, name in enumerate(head) if _ROLES.search(name) and i != actor), None)
    if actor is None or role is None:
        return
    for row in rows[rows.index(head) + 1 :]:
        if len(row) > max(actor, role) and row[actor] and row[role]:
            yield f"- {row[actor]} as {row[role]}"


def _within(tag: Any, names: tuple[str, ...]) -> list[Any]:
    return [n for n in tag.contents.nodes if isinstance(n, nodes.Tag) and str(n.tag).strip().casefold() in names]
