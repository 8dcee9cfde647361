"""The seam between this room and a SHACL engine: one small graph in, findings out."""

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

import pyoxigraph as ox

from kg.model import Finding

Spoken = tuple[str, str, str]
"""Subject, predicate and object of a triple as N-Triples write them."""


class Engine(Protocol):
    """Anything that can check a graph against shapes/; listed in `ENGINES`."""

    @property
    def name(self) -> str:
        """What the command line calls it."""

    def check(self, triples: Collection[Spoken], focus: Collection[str]) -> Iterator[Finding]:
        """Findings on the nodes (terms) in `focus`, in any order; `triples` hold these and all that they point at.

        A finding's path is the CURIE of the property that was refused and its value the lexical form or the IRI, so
        that the refused statement is `(focus, path, value)`; an inverse path is turned round for that.
        """


def spoken(triples: Iterable[ox.Triple | ox.Quad]) -> list[Spoken]:
    """Triples as they are written; those about triples (RDF 1.2) are no facts and left out."""
    return [
        (str(t.subject), str(t.predicate), str(t.object))
        for t in triples
        if not (isinstance(t.subject, ox.Triple) or isinstance(t.object, ox.Triple))
    ]


def text_of(triples: Iterable[Spoken]) -> str:
    """The triples as N-Triples."""
    return "".join(f"{subject} {predicate} {obj} .\n" for subject, predicate, obj in triples)
