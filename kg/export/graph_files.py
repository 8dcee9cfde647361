"""Runs of lines in; graph.nq, graph.ttl and graph.jsonld out, written anew or changed from those of an older build.

What Turtle and JSON-LD have for each subject is made part by part, a unit a subject: its term, then the piece.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import IO, Final

import pyoxigraph as ox

from kg.export.exporters import exporter
from kg.export.graph import in_order
from kg.export.jsonld import json_ld_of
from kg.export.patching import Pieces, Record, SortedFile
from kg.export.rdf import turtle_of
from kg.export.runs import PARTING, Stretch, halves, units_of, write_merged, write_stretches

GRAPHS: Final = tuple(exporter(name) for name in ("nquads", "turtle", "jsonld"))
GRAPH_FILES: Final = tuple(f"graph{each.suffix}" for each in GRAPHS)
_QUADS, _TURTLE, _JSON_LD = GRAPH_FILES
_PREFIX: Final = b"@prefix "
_PORTION: Final = 1 << 20  # bytes that are written at a time
_ID: Final = b'{"@id": "'
_END: Final = b"\n]}\n"
_SAMPLE: Final = ox.Triple(*[ox.NamedNode("x:a")] * 3)


def write_pieces(facts: Path, known: dict[str, str], turtle: Path, json_ld: Path) -> None:
    """Runs of what Turtle and JSON-LD have for each subject of a run of facts, with these prefixes."""
    lines = facts.read_bytes()
    triples = list(in_order(quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)))
    for path, write, read in ((turtle, turtle_of, _turtle_blocks), (json_ld, json_ld_of, _json_nodes)):
        text = BytesIO()
        write(triples, known, text)
        text.seek(0)
        with path.open("wb") as out:
            out.writelines(key + PARTING + piece.replace(b"\n", PARTING) + b"\n" for key, piece in read(text))


@dataclass(frozen=True, slots=True)
class Half:
    """A half of the lines of a graph, to be written from some byte of graph.nq on."""

    stretches: Sequence[Stretch]
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the file, if no line is in two runs."""
        return self.start + sum(each.size for each in self.stretches)


def quads_in_halves(folder: Path, runs: Sequence[Path]) -> list[Half]:
    """The lines of the whole graph, of the runs of its lines; each half can be written while the other one is."""
    (folder / _QUADS).touch()
    lower, upper = halves(runs)
    first = Half(lower, 0)
    return [first, Half(upper, first.end)]


def write_half(folder: Path, half: Half) -> bool:
    """Write a half of the graph; whether it fills its place."""
    with (folder / _QUADS).open("r+b", buffering=_PORTION) as out:
        out.seek(half.start)
        write_stretches(half.stretches, out)
        return out.tell() == half.end


def write_quads(folder: Path, runs: Sequence[Path]) -> None:
    """The whole graph at once, of the runs of its lines."""
    with (folder / _QUADS).open("wb") as out:
        write_merged(runs, out)


def write_facts(folder: Path, turtle: Sequence[Path], json_ld: Sequence[Path], known: dict[str, str]) -> None:
    """The facts in Turtle and JSON-LD, of the runs of both."""
    _write_pieces(folder, _pieces(units_of(turtle)), _pieces(units_of(json_ld)), known)


def _write_pieces(folder: Path, turtle: Iterable[bytes], json_ld: Iterable[bytes], known: dict[str, str]) -> None:
    with (folder / _TURTLE).open("wb") as out:
        for number, block in enumerate(turtle):
            out.write((b"\n" if number else _turtle_head(known) + b"\n") + block)
    with (folder / _JSON_LD).open("wb") as out:
        text = BytesIO()
        json_ld_of((), known, text)
        out.write(text.getvalue().removesuffix(_END))
        for number, node in enumerate(json_ld):
            out.write((b",\n" if number else b"\n") + node)
        out.write(_END)


@dataclass(slots=True)
class Patch:
    """What is to be changed in the files of a graph: lines of N-Quads, and the subjects (terms) of the facts."""

    gone: set[bytes] = field(default_factory=set)
    come: set[bytes] = field(default_factory=set)
    subjects: set[bytes] = field(default_factory=set)

    def replace(self, old: SortedFile, things: Iterable[str], kept: Collection[str]) -> None:
        """What is stated of some things (terms) is to go, but for what is in the graphs (terms) that are kept."""
        for thing in sorted(things):
            self.subjects.add(thing.encode())
            lines = list(old.starting(f"{thing} ".encode()))
            quads = ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)
            both = zip(lines, quads, strict=True)
            self.gone.update(line for line, quad in both if str(quad.graph_name) not in kept)


def change_quads(old: Path, folder: Path, patch: Patch) -> None:
    """graph.nq as that in the folder `old`, with the changes."""
    with SortedFile(old / _QUADS) as quads, (folder / _QUADS).open("wb") as out:
        quads.patch(patch.gone - patch.come, patch.come - patch.gone, out)


def change_facts(
    old: Path, folder: Path, patch: Patch, turtle: Sequence[Path], json_ld: Sequence[Path], known: dict[str, str]
) -> None:
    """The facts in Turtle and JSON-LD as in the folder `old`, but for the subjects that are replaced."""
    blocks, nodes = _turtle_pieces((old / _TURTLE).read_bytes()), _json_pieces((old / _JSON_LD).read_bytes())
    fresh = {key: block.removesuffix(b"\n") for key, block in units_of(turtle)}
    _write_pieces(
        folder,
        (block + b"\n" for block in blocks.patched(fresh, patch.subjects)),
        nodes.patched(dict(units_of(json_ld)), patch.subjects),
        known,
    )


def _pieces(units: Iterable[Record]) -> Iterator[bytes]:
    return (piece for _, piece in units)


def _turtle_head(known: dict[str, str]) -> bytes:
    """The lines of the prefixes."""
    text = BytesIO()
    turtle_of([_SAMPLE], known, text)
    return b"".join(takewhile(lambda line: line != b"\n", BytesIO(text.getvalue())))


def _turtle_blocks(lines: IO[bytes]) -> Iterator[Record]:
    """The block of each subject by its term."""
    return ((key, block + b"\n") for key, block in _turtle_pieces(lines.read()))


def _turtle_pieces(text: bytes) -> Pieces:
    """The blocks of subjects, without their last line ends."""
    head = text.find(b"\n\n") + 2
    lines = (line for line in text[:head].split(b"\n") if line.startswith(_PREFIX))
    spaces = dict(line.removeprefix(_PREFIX).split(b" ")[:2] for line in lines)
    return Pieces(text, head, len(text) - 1, b"\n\n", partial(_subject, spaces))


def _subject(spaces: Mapping[bytes, bytes], text: bytes, start: int) -> bytes:
    """The term that a block begins with, a prefixed name written out (https://www.w3.org/TR/turtle/#prefixed-name)."""
    name = text[start : text.index(b" ", start)]
    if name.startswith(b"<"):
        return name
    prefix, _, local = name.partition(b":")
    return spaces[prefix + b":"][:-1] + local.replace(b"\\", b"") + b">"


def _json_nodes(lines: IO[bytes]) -> Iterator[Record]:
    """The line of each node by its term, without what comes between nodes."""
    return iter(_json_pieces(lines.read()))


def _json_pieces(text: bytes) -> Pieces:
    """The lines of nodes."""
    tail = len(text) - len(_END)
    return Pieces(text, text.find(b"\n" + _ID) + 1 or tail, tail, b",\n", _id)


def _id(text: bytes, start: int) -> bytes:
    start += len(_ID)
    return b"<" + text[start : text.index(b'"', start)] + b">"
