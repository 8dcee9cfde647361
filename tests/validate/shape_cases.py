"""The examples of cases/*.toml as data: for every shape a graph that it accepts and one that it refuses.

A case is a table named after its shape. `good` and `bad` are triples added to world.ttl, in which nothing is wrong;
`found` lists what exactly the shape has against `bad`, as "Constraint focus path value".
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

HERE = Path(__file__).parent
SHAPES = "https://w3id.org/film-kg/shapes#"
THINGS = "https://example.org/kg/thing/"

WORLD = (HERE / "world.ttl").read_text(encoding="utf-8")
_PREFIXES = dict(line.split()[1:3] for line in WORLD.splitlines() if line.startswith("PREFIX"))
NAMESPACES = {prefix: iri.strip("<>") for prefix, iri in _PREFIXES.items()}


@dataclass(frozen=True)
class Case:
    shape: str
    good: str
    bad: str
    found: tuple[str, ...]
    severity: str = "Violation"

    def triples(self, part: str) -> list[ox.Quad]:
        """The world with the triples of `part` ("good" or "bad"), every thing under a namespace of its own."""
        world = WORLD.replace(THINGS, self.namespace(part))
        return list(ox.parse(world + getattr(self, part), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True))

    def namespace(self, part: str) -> str:
        return f"{THINGS}{self.shape}/{part}/"

    def short(self, node: str) -> str:
        """A node as the cases write it."""
        if node.startswith("_:"):
            return "_:node"
        for prefix, namespace in (NAMESPACES | {":": self.namespace("bad")}).items():
            if node.startswith(namespace):
                return prefix + node.removeprefix(namespace)
        return node


def cases() -> list[Case]:
    tables = {}
    for path in sorted((HERE / "cases").glob("*.toml")):
        tables.update(tomllib.loads(path.read_text(encoding="utf-8")))
    return [Case(shape, **{**table, "found": tuple(table["found"])}) for shape, table in tables.items()]
