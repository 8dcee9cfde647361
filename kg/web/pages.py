"""A graph and the texts behind it in; every page of its site, and the data beside each page, out."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export import Graph, exporter
from kg.export.frames import OPINIONS, Framing, script_safe
from kg.query.reader import Reader
from kg.vocab import DEFAULT_BASE, term
from kg.web.chains import Drawing, chains
from kg.web.dataset import Dataset
from kg.web.material import material, presentable
from kg.web.places import TITLES, Places
from kg.web.quotes import Quotes
from kg.web.reading import MOST, STORY, Reading
from kg.web.snippets import script_element
from kg.web.templating import Templates
from kg.web.views import Cell

BUDGET: Final = 100_000  # bytes of a page; a block that would make one larger is left to its .jsonld
_QUOTES: Final = 100  # quotes that the page of a document shows, where they fit
_CAST: Final = 150  # lines of a cast, likewise
_OPINIONS: Final = 30
_SHOWN: Final = 12  # drawings of remakes on the first page
_MERGED: Final = ox.DefaultGraph()
_NAMES: Final = (term("schema:name"), term("schema:disambiguatingDescription"))


class Pages:
    """Makes the pages one by one; `url` is where the site will stand."""

    def __init__(
        self,
        store: ox.Store,
        texts: Mapping[str, str],
        url: str,
        title: str,
        ratings: bool = False,
        images: Path | None = None,
    ) -> None:
        self._store = store
        self._places = Places(store.quads_for_pattern(None, term("rdf:type"), None))
        self.url = url or self._places.base() or DEFAULT_BASE
        documents = {d.value: f"{self._places.of(d)}.html" for d in self._places.all("document")}
        self._quotes = Quotes(store, texts, documents)
        self._reading = Reading(store, self._places, self._quotes)
        self._framing = Framing(presentable(material(store, images)))
        self._without = frozenset() if ratings else OPINIONS
        self._templates = Templates(site=title, site_url=self.url, titles=TITLES)

    def things(self, kind: str) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
        """For everything of a kind: its place, and its page, Turtle and JSON-LD by their paths."""
        for thing in self._places.all(kind):
            place = self._places.of(thing)
            graph = self._told(thing)
            data = [(f"{place}{e.suffix}", _written(e.name, graph)) for e in map(exporter, ("turtle", "jsonld"))]
            yield place, [(f"{place}.html", self._page(kind, thing, place)), *data]

    def browse(self, kind: str, size: int) -> Iterator[tuple[str, bytes]]:
        """Lists of everything of a kind, by name."""
        cells = [Cell(label, f"{place}.html") for label, place in self._labels[kind]]
        parts = [cells[i : i + size] for i in range(0, len(cells), size)]
        paths = [f"browse/{kind}{f'-{n}' if n > 1 else ''}.html" for n in range(1, len(parts) + 1)]
        for path, part in zip(paths, parts, strict=True):
            values = {"root": "../", "path": path, "kind": kind, "cells": part, "paths": paths}
            yield path, self._templates.page("browse.html", values)

    def index(self, dataset: Dataset) -> bytes:
        """The first page: search, what there is, chains of remakes."""
        values = {
            "root": "",
            "path": "index.html",
            "counts": {kind: len(labels) for kind, labels in self._labels.items() if labels},
            "drawings": [self._linked(d) for d in self._chains[:_SHOWN]],
            "films": list(self._told_of_most()),
            "dataset": dataset,
        }
        block = script_element(f"{self.url}#dataset", script_safe(dataset.json_ld()))
        return self._templates.page("index.html", values, block)

    def _told_of_most(self) -> Iterator[tuple[Cell, list[Cell], int]]:
        """The films that most sources speak of: each with its directors and the number of its sources."""
        sources = Counter(q.object for q in self._store.quads_for_pattern(None, term("schema:about"), None))
        films = [film for film in self._places.all("movie") if sources[film]]
        for film in sorted(films, key=lambda film: (-sources[film], film.value))[:_SHOWN]:
            reader = self._reading.reader(film)
            directors = [self._reading.link(reader, d) for d in reader.objects(film, "schema:director")]
            yield self._reading.link(reader, film), directors[:2], sources[film]

    def search_index(self) -> list[list[str]]:
        """Name and place of everything, films first."""
        return [[label[:200], place] for kind in TITLES for label, place in self._labels[kind]]

    @cached_property
    def _labels(self) -> dict[str, list[tuple[str, str]]]:
        return {kind: sorted(self._labelled(kind), key=lambda pair: (pair[0].casefold(), pair)) for kind in TITLES}

    def _labelled(self, kind: str) -> Iterator[tuple[str, str]]:
        reader = self._reading.reader(ox.NamedNode(self.url))
        for thing in self._places.all(kind):
            label = self._quotes.name(thing.value) if kind == "document" else reader.label(thing)
            yield label, self._places.of(thing)

    def _page(self, kind: str, thing: ox.NamedNode, place: str) -> bytes:
        where = {"root": "../", "path": f"{place}.html", "place": place, "kind": kind}
        template = {"movie": "film.html", "document": "document.html"}.get(kind, "thing.html")
        document = self._framing.document(thing, self._without)
        block = script_element(thing.value, script_safe(document)) if kind != "document" else ""
        page = b""
        for share, block_kept in ((1, True), (2, True), (6, True), (1, False), (6, False), (30, False)):
            values = self._values(kind, thing, share) | where
            page = self._templates.page(template, values, block if block_kept else "")
            if len(page) <= BUDGET:
                break
        return page

    def _values(self, kind: str, thing: ox.NamedNode, share: int) -> dict[str, object]:
        reader = self._reading.reader(thing)
        if kind == "movie":
            return self._film(reader, thing, share)
        if kind == "document":
            return self._document(reader, thing, _QUOTES // share)
        credits = self._reading.credits(reader, thing)
        told = {"title": reader.label(thing), "lines": self._reading.person(reader, thing), "iri": thing.value}
        shown = MOST // share
        return told | {"credits": credits[:shown], "more": max(0, len(credits) - shown)}

    def _film(self, reader: Reader, film: ox.NamedNode, share: int) -> dict[str, object]:
        lines, cast = self._reading.facts(reader, film), self._reading.cast(reader, film)
        return {
            "title": reader.label(film),
            "iri": film.value,
            "name": next(iter(reader.texts(film, "schema:name")), ""),
            "also": reader.texts(film, "schema:alternateName"),
            "lines": [line for line in lines if line.label != STORY],
            "stories": [cell for line in lines if line.label == STORY for cell in line.cells],
            "cast": cast[: _CAST // share],
            "cast_more": max(0, len(cast) - _CAST // share),
            "opinions": self._reading.opinions(reader, film)[: _OPINIONS // share],
            "drawing": next((self._linked(d) for d in self._chains if film.value in {b.iri for b in d.boxes}), None),
            "sources": [self._source(d) for d in self._documents_of(film)],
            "minutes": next(iter(reader.texts(film, "kg:runtimeMinutes")), ""),
            "released": next(iter(reader.texts(film, "schema:datePublished")), ""),
            "directors": [self._reading.link(reader, d) for d in reader.objects(film, "schema:director")],
        }

    def _document(self, reader: Reader, document: ox.NamedNode, shown: int) -> dict[str, object]:
        passages = self._quotes.passages(document.value, shown)
        return {
            "title": self._quotes.name(document.value),
            "iri": document.value,
            "about": [
                self._reading.link(reader, q.object)
                for q in sorted(self._store.quads_for_pattern(document, term("schema:about"), None), key=str)
            ],
            "passages": [
                (p.pieces, [(q, self._reading.statements(reader, stated)) for q, stated in p.words()]) for p in passages
            ],
            "more": max(0, self._quotes.count(document.value) - shown),
        }

    def _documents_of(self, film: ox.NamedNode) -> list[ox.NamedNode]:
        found = {q.subject for q in self._store.quads_for_pattern(None, term("schema:about"), film)}
        return sorted((d for d in found if isinstance(d, ox.NamedNode) and self._places.of(d)), key=str)

    def _source(self, document: ox.NamedNode) -> Cell:
        return Cell(self._quotes.name(document.value), f"{self._places.of(document)}.html")

    def _told(self, thing: ox.NamedNode) -> Graph:
        """What the data beside a page holds: the thing with its parts, and the films that name it."""
        own = self._framing.triples(thing) or {q.triple for q in self._store.quads_for_pattern(thing, None, None)}
        others = sorted(self._store.quads_for_pattern(None, None, thing, _MERGED), key=str)[:MOST]
        names = (
            q for o in others for name in _NAMES for q in self._store.quads_for_pattern(o.subject, name, None, _MERGED)
        )
        return Graph.of([ox.Quad(t.subject, t.predicate, t.object) for t in own] + [*others, *names])

    @cached_property
    def _chains(self) -> list[Drawing]:
        """Chains of remakes, from both ways to say it."""
        pairs = [
            *((q.object, q.subject) for q in self._store.quads_for_pattern(None, term("kg:remakeOf"), None, _MERGED)),
            *((q.subject, q.object) for q in self._store.quads_for_pattern(None, term("kg:remadeAs"), None, _MERGED)),
        ]
        films = {(str(a)[1:-1], str(b)[1:-1]) for a, b in pairs if self._places.of(a) and self._places.of(b)}
        reader = self._reading.reader(ox.NamedNode(self.url))
        labels = {iri: self._titled(reader, ox.NamedNode(iri)) for pair in films for iri in pair}
        return chains(films, labels)

    def _titled(self, reader: Reader, film: ox.NamedNode) -> tuple[str, str]:
        year = next((d[:4] for d in reader.texts(film, "schema:datePublished")), "")
        return next(iter(reader.texts(film, "schema:name")), reader.label(film)), year

    def _linked(self, drawing: Drawing) -> tuple[Drawing, dict[str, str]]:
        return drawing, {box.iri: f"{self._places.of(ox.NamedNode(box.iri))}.html" for box in drawing.boxes}


def _written(format: str, graph: Graph) -> bytes:
    out = io.BytesIO()
    exporter(format).write(graph, out)
    return out.getvalue()
