"""Rows, or a graph about a thing, in; a plain HTML page out. All that data says is escaped; only http links work."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from kg.export import Graph
from kg.query import Rows
from kg.vocab import curie, term

_STYLE: Final = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 70rem; padding: 1rem 1.5rem }
table { border-collapse: collapse; display: block; overflow-x: auto }
th, td { border-bottom: 1px solid #8884; padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top }
td { overflow-wrap: anywhere }
textarea { box-sizing: border-box; font: 14px/1.4 ui-monospace, monospace; width: 100% }
.iri { opacity: .7; overflow-wrap: anywhere }
"""
_NAMES: Final = (term("schema:name"), term("schema:disambiguatingDescription"), term("schema:identifier"))
_DATE: Final = term("schema:datePublished")
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Links:
    """How a page points at things: those under `base` are served here, `root` leads from the page to the top."""

    base: str
    root: str

    def href(self, iri: str) -> str:
        """Where a link to a thing leads; empty for what a browser must not follow."""
        if self.base and iri.startswith(self.base):
            return self.root + iri.removeprefix(self.base)
        return iri if iri.startswith(("http://", "https://")) else ""

    def anchor(self, iri: str, text: str) -> str:
        """The link, or the bare text where there is nothing to follow."""
        href = self.href(iri)
        return f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text)


def page(title: str, body: Iterable[str], root: str = "", script: str = "") -> str:
    """A whole page; `body` is HTML already."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<link rel="icon" href="data:,">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n{script}</head>\n<body>\n"
        f'<p><a href="{root or "."}">Film graph</a></p>\n' + "\n".join(body) + "\n</body>\n</html>\n"
    )


def rows_page(name: str, rows: Rows, links: Links) -> str:
    """The rows as a table."""
    head = "".join(f"<th>{escape(column)}</th>" for column in rows.columns)
    lines = ("".join(f"<td>{_cell(cell, links)}</td>" for cell in row) for row in rows.rows)
    table = f"<table><tr>{head}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
    notes = (f"<p>{escape(note)}</p>" for note in rows.notes)
    title = name or "Answer"
    return page(title, (f"<h1>{escape(title)}</h1>", *notes, table, f"<p>{len(rows)} rows</p>"), links.root)


def thing_page(iri: str, graph: Graph, links: Links) -> str:
    """All statements about a thing, then those of others that name it, then the same in other formats."""
    thing = ox.NamedNode(iri)
    names = _labels(graph)
    slug = iri.rsplit("/", 1)[-1]
    title = names.get(thing, slug)
    own = [q for q in graph.quads if q.subject == thing]
    of_it = [q for q in graph.quads if q.object == thing]
    formats = ", ".join(f'<a href="{escape(slug)}.{suffix}">{suffix}</a>' for suffix in ("ttl", "jsonld", "nt"))
    evidence = f'<a href="{links.root}evidence?thing={quote(iri, safe="")}&amp;format=html">the words behind it</a>'
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="iri">{escape(iri)}</p>',
        _table(((curie(p.value), _cell(o, links, names)) for _, p, o, _ in own)),
        *(["<h2>Linked from</h2>"] if of_it else []),
        _table((curie(q.predicate.value), _cell(q.subject, links, names)) for q in of_it),
        f"<p>{formats}; {evidence}</p>",
    ]
    return page(title, body, links.root)


def _table(lines: Iterable[tuple[str, str]]) -> str:
    return f"<table>{''.join(_grouped(lines))}</table>"


def _grouped(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, group in groupby(lines, key=lambda line: line[0]):
        yield f"<tr><th>{escape(name)}</th><td>{'<br>'.join(cell for _, cell in group)}</td></tr>"


def _cell(cell: Term | None, links: Links, names: Mapping[Term, str] = MappingProxyType({})) -> str:
    if isinstance(cell, ox.NamedNode):
        return links.anchor(cell.value, names.get(cell) or curie(cell.value).removeprefix(links.base or " "))
    return "" if cell is None else escape(getattr(cell, "value", str(cell)))


def _labels(graph: Graph) -> dict[Term, str]:
    """Name and year of every thing that the graph names."""
    told: dict[Term, dict[ox.NamedNode, str]] = defaultdict(dict)
    for subject, predicate, object, _ in graph.quads:
        if predicate in (*_NAMES, _DATE) and isinstance(object, ox.Literal):
            told[subject].setdefault(predicate, object.value)
    return {node: label for node, said in told.items() if (label := _label(said))}


def _label(said: Mapping[ox.NamedNode, str]) -> str:
    name = next((said[n] for n in _NAMES if n in said), "")
    return f"{name} ({said[_DATE][:4]})" if _NAMES[0] in said and _DATE in said else name
