"""The IRI of a thing in, the place of its page in a site out."""

import re
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from kg.vocab import term
from kg.vocab.iris import short_hash

# What has a page: class, and the folder of the pages.
KINDS: Final = {
    term("schema:Movie"): "movie",
    term("schema:Person"): "person",
    term("schema:Organization"): "organization",
    term("schema:Country"): "country",
    term("kg:FictionalCharacter"): "character",
    term("schema:DigitalDocument"): "document",
}
TITLES: Final = {
    "movie": "Films",
    "person": "People",
    "organization": "Organizations",
    "country": "Countries",
    "character": "Characters",
    "document": "Sources",
}
_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,180}")
_TYPE: Final = term("rdf:type")


class Places:
    """Where every thing of a graph has its page; `of` gives "movie/low-tide-2001", or nothing where there is none."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        typed = sorted(
            (q.subject.value, KINDS[q.object])
            for q in quads
            if q.predicate == _TYPE
            and isinstance(q.subject, ox.NamedNode)
            and isinstance(q.object, ox.NamedNode)
            and q.object in KINDS
        )
        self._places: dict[str, str] = {}
        taken: set[str] = set()
        for iri, kind in typed:
            if iri not in self._places:
                self._places[iri] = place = _place(iri, kind, taken)
                taken.add(place)

    def of(self, thing: object) -> str:
        """The place of its page, without a suffix."""
        return self._places.get(thing.value, "") if isinstance(thing, ox.NamedNode) else ""

    def all(self, kind: str) -> list[ox.NamedNode]:
        """Everything that has a page in this folder, by IRI."""
        return [ox.NamedNode(iri) for iri, place in self._places.items() if place.startswith(f"{kind}/")]

    def base(self) -> str:
        """What the IRIs of most things begin with, so that pages stand where `kg serve` has them; or nothing."""
        for iri, place in self._places.items():
            if iri.endswith(place):
                return iri.removesuffix(place)
        return ""


def _place(iri: str, kind: str, taken: set[str]) -> str:
    """The kind and the end of the IRI; a hash where that is no safe name of a file, or another's."""
    slug = iri.rsplit("/", 1)[-1]
    place = f"{kind}/{slug}"
    return place if _SLUG.fullmatch(slug) and place not in taken else f"{kind}/x{short_hash(iri)}"
