"""Films and which remakes which in; drawings of the chains out, laid out by NetworkX."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

import networkx as nx

WIDTH, HEIGHT, GAP, ROW = 216, 66, 44, 84
MOST: Final = 40  # films in one drawing
_LINE: Final = 20  # characters that fit into a box, in wide type as in narrow
_LINES: Final = 2
_NARROW: Final = 2 * WIDTH + GAP + 4  # what may be made smaller to fit a phone, and can still be read


@dataclass(frozen=True, slots=True)
class Box:
    """A film in a drawing; x and y are those of its upper left corner."""

    iri: str
    lines: tuple[str, ...]
    year: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chain of remakes; an arrow leads from the original to the remake."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]  # as paths of SVG

    @property
    def narrow(self) -> bool:
        """Whether a phone can show it whole."""
        return self.width <= _NARROW


def chains(remakes: Iterable[tuple[str, str]], labels: Mapping[str, tuple[str, str]]) -> list[Drawing]:
    """A drawing for each chain, the longest first; `remakes` are pairs of IRIs, the original first."""
    graph = nx.DiGraph(sorted(set(remakes)))
    parts = (sorted(part) for part in nx.weakly_connected_components(graph))
    found = sorted((part for part in parts if len(part) <= MOST), key=lambda part: (-len(part), part))
    return [_drawing(graph.subgraph(part), labels) for part in found]


def _drawing(graph: "nx.DiGraph[str]", labels: Mapping[str, tuple[str, str]]) -> Drawing:
    at = _places(graph, labels)
    boxes = tuple(Box(iri, _lines(labels[iri][0]), labels[iri][1], *at[iri]) for iri in sorted(graph))
    return Drawing(
        max(box.x for box in boxes) + WIDTH + 2,
        max(box.y for box in boxes) + HEIGHT + 2,
        boxes,
        tuple(_arrow(at[a], at[b]) for a, b in sorted(graph.edges) if a != b),
    )


def _places(graph: "nx.DiGraph[str]", labels: Mapping[str, tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Corners of the boxes: originals left of their remakes, above one another by year."""
    columns = _columns(graph)
    drawn: nx.DiGraph[str] = nx.DiGraph()
    for iri in sorted(graph, key=lambda iri: (labels[iri][1] or "9", labels[iri][0], iri), reverse=True):
        drawn.add_node(iri, column=columns[iri])  # the layout sets the first at the bottom
    laid = nx.multipartite_layout(drawn, subset_key="column")
    left, top = (min(float(place[axis]) for place in laid.values()) for axis in (0, 1))
    extent = max(max(float(x) - left, float(y) - top) for x, y in laid.values())
    tallest = max(list(columns.values()).count(column) for column in columns.values())
    unit = extent / max(*columns.values(), tallest - 1) if extent else 1.0
    return {
        iri: (round((float(x) - left) / unit * (WIDTH + GAP)) + 1, round((float(y) - top) / unit * ROW) + 1)
        for iri, (x, y) in laid.items()
    }


def _columns(graph: "nx.DiGraph[str]") -> dict[str, int]:
    """How many remakes lie between a film and the first original; films that remake each other share a column."""
    rounds = nx.condensation(graph)
    members = rounds.nodes(data="members")
    generations = enumerate(nx.topological_generations(rounds))
    return {iri: column for column, nodes in generations for node in nodes for iri in members[node]}


def _arrow(start: tuple[int, int], end: tuple[int, int]) -> str:
    x1, y1 = start[0] + WIDTH, start[1] + HEIGHT // 2
    x2, y2 = end[0] - 5, end[1] + HEIGHT // 2
    bend = max((x2 - x1) // 2, GAP)
    return f"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"


def _lines(title: str) -> tuple[str, ...]:
    """A title in the lines that fit into its box; a word too long for one is cut."""
    return tuple(wrap(title[:200], _LINE, max_lines=_LINES, placeholder="…")) or ("…",)
