"""A store and a film in; the script element with the film's JSON-LD out, for pages and for Jinja2 templates."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.export.frames import OPINIONS, Framing, script_safe
from kg.query.naming import the_film
from kg.store import open_graph
from kg.web.material import material, presentable

if TYPE_CHECKING:
    from jinja2 import Environment

MARK: Final = "data-kg"  # names the thing that a block of ours is about
TYPE: Final = "application/ld+json"


class Snippets:
    """JSON-LD of the films of a graph; marks and reviews of others stay out unless `ratings` is set."""

    def __init__(self, store: ox.Store, ratings: bool = False, images: Path | None = None) -> None:
        self._store = store
        self._framing = Framing(presentable(material(store, images)))
        self._without = frozenset() if ratings else OPINIONS

    def iri(self, film: str) -> str:
        """The film with this title, "title (year)" or IRI; UsageError when that is none or several."""
        return the_film(self._store, film)

    def script(self, film: str) -> str:
        """The script element, pure ASCII, so that it fits into a page of any usual encoding."""
        iri = self.iri(film)
        return script_element(iri, script_safe(self._framing.document(ox.NamedNode(iri), self._without)))


def script_element(iri: str, json: str) -> str:
    """The element around JSON that is safe in it; an IRI holds no quote (RFC 3987), the rest is escaped."""
    mark = iri.replace("&", "&amp;").encode("ascii", "xmlcharrefreplace").decode()
    return f'<script type="{TYPE}" {MARK}="{mark}">{json}</script>'


def install(environment: "Environment", source: str, ratings: bool = False) -> None:
    """Give Jinja2 the filter `kg_jsonld`: a film in, its script element out; `source` is a build or a file."""
    from markupsafe import Markup

    snippets = Snippets(open_graph(source), ratings)
    environment.filters["kg_jsonld"] = lambda film: Markup(snippets.script(film))
