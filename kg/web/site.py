"""The graph of a build in, a static site about everything in it out; whole or not at all."""

import gzip
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export import Graph, exporter
from kg.export.texts import read_texts
from kg.export.whole import replacing
from kg.store import open_graph
from kg.vocab import term
from kg.web.dataset import DUMP, Dataset
from kg.web.pages import Pages
from kg.web.places import KINDS, TITLES
from kg.web.templating import FOLDER

MARK: Final = "kg-site.json"  # tells a site of ours from a folder of other things
_URLS: Final = 40_000  # addresses in one sitemap; the protocol allows 50,000
_PER_PAGE: Final = 200
_ASSETS: Final = ("style.css", "search.js")
OUTPUTS: Final = (
    *KINDS.values(),
    "browse",
    "sitemaps",
    *_ASSETS,
    "index.html",
    "search-index.js",
    "sitemap.xml",
    "void.ttl",
    DUMP,
    MARK,
)


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How a site is made; `url` is where it will stand, the base of the things' IRIs unless given."""

    url: str = ""
    title: str = "Film graph"
    licence: str = ""
    endpoint: str = ""
    ratings: bool = False
    images: Path | None = None


def write_site(source: Path, out: Path, options: SiteOptions) -> int:
    """Write the site into a new folder, an empty one or that of an earlier site; the number of its pages."""
    store = open_graph(source)
    pages = Pages(store, read_texts(source), options.url, options.title, options.ratings, options.images)
    written = 0
    with replacing(out, OUTPUTS, MARK) as folder:
        for folder_name in (*KINDS.values(), "browse", "sitemaps"):
            (folder / folder_name).mkdir()
        for path, content in _files(store, pages, options):
            (folder / path).write_bytes(content)
            written += path.endswith(".html")
    return written


def _files(store: ox.Store, pages: Pages, options: SiteOptions) -> Iterator[tuple[str, bytes]]:
    addresses = ["index.html"]
    for kind in TITLES:
        for place, files in pages.things(kind):
            addresses.append(f"{place}.html")
            yield from files
        for path, content in pages.browse(kind, _PER_PAGE):
            addresses.append(path)
            yield path, content
    dataset = _dataset(store, pages, options)
    yield "index.html", pages.index(dataset)
    yield "void.ttl", dataset.turtle()
    yield "search-index.js", b"var KG_INDEX=" + json.dumps(pages.search_index(), separators=(",", ":")).encode() + b"\n"
    yield DUMP, _dump(store)
    yield from _sitemaps(pages.url, addresses)
    yield from ((name, (FOLDER / name).read_bytes()) for name in _ASSETS)
    yield MARK, json.dumps({"pages": len(addresses), "url": pages.url}).encode() + b"\n"


def _dataset(store: ox.Store, pages: Pages, options: SiteOptions) -> Dataset:
    return Dataset(
        pages.url,
        options.title,
        "Statements about films with the sentences that make them, and where sources disagree.",
        options.licence,
        options.endpoint,
        sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph())),
        len({q.subject for q in store.quads_for_pattern(None, term("rdf:type"), None, ox.DefaultGraph())}),
    )


def _dump(store: ox.Store) -> bytes:
    """The whole graph, compressed; equal graphs give equal bytes."""
    out = io.BytesIO()
    exporter("nquads").write(Graph.of(store), out)
    return gzip.compress(out.getvalue(), 6, mtime=0)


def _sitemaps(url: str, addresses: list[str]) -> Iterator[tuple[str, bytes]]:
    """One sitemap, or an index of several (https://www.sitemaps.org/protocol.html)."""
    parts = [addresses[i : i + _URLS] for i in range(0, len(addresses), _URLS)]
    if len(parts) == 1:
        yield "sitemap.xml", _xml("urlset", "url", [url + a for a in addresses])
        return
    for number, part in enumerate(parts, 1):
        yield f"sitemaps/{number}.xml", _xml("urlset", "url", [url + a for a in part])
    yield "sitemap.xml", _xml("sitemapindex", "sitemap", [f"{url}sitemaps/{n}.xml" for n in range(1, len(parts) + 1)])


def _xml(root: str, entry: str, urls: list[str]) -> bytes:
    lines = "".join(f"<{entry}><loc>{u.replace('&', '&amp;').replace('<', '&lt;')}</loc></{entry}>\n" for u in urls)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{space}">\n{lines}</{root}>\n'.encode()
