"""The seam between this room and a SHACL engine: one small graph in, findings out."""

from collections.abc import Collection, Iterator
from typing import Protocol

import pyoxigraph as ox

from kg.model import Finding

Node = ox.NamedNode | ox.BlankNode
Statement = ox.Triple | ox.Quad


class Engine(Protocol):
    """Anything that can check a graph against shapes/; listed in `ENGINES`."""

    @property
    def name(self) -> str:
        """What the command line calls it."""

    def check(self, triples: Collection[Statement], focus: Collection[Node]) -> Iterator[Finding]:
        """Findings on the nodes in `focus`, in any order; `triples` hold these and all that they point at.

        A finding's path is the CURIE of the property that was refused and its value the lexical form or the IRI, so
        that the refused statement is `(focus, path, value)`; an inverse path is turned round for that.
        """
