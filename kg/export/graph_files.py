"""Runs of lines in; graph.nq, graph.ttl and graph.jsonld out, written anew or changed from those of an older build."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import IO, Final

import pyoxigraph as ox

from kg.export.exporters import exporter
from kg.export.graph import in_order, namespaces, prefixes_of
from kg.export.jsonld import json_ld_of
from kg.export.patching import Record, SortedFile, patched
from kg.export.rdf import turtle_of
from kg.export.runs import lines_of, write_merged

GRAPHS: Final = tuple(exporter(name) for name in ("nquads", "turtle", "jsonld"))
GRAPH_FILES: Final = tuple(f"graph{each.suffix}" for each in GRAPHS)
_QUADS, _TURTLE, _JSON_LD = GRAPH_FILES
_PREFIX: Final = b"@prefix "
_ID: Final = b'{"@id": "'


def write_graph(folder: Path, facts: Path, others: Sequence[Path]) -> Counter[str]:
    """The graph in three formats, of the run of its facts and of all others; the namespaces in the facts."""
    with (folder / _QUADS).open("wb") as out:
        write_merged([facts, *others], out)
    spaces = namespaces(_triples(facts))
    _write_facts(folder, facts, prefixes_of(spaces))
    return spaces


@dataclass(slots=True)
class Patch:
    """What is to be changed in the files of a graph: lines of N-Quads, those of the default graph apart."""

    gone: set[bytes] = field(default_factory=set)
    come: set[bytes] = field(default_factory=set)
    facts_gone: set[bytes] = field(default_factory=set)
    facts_come: set[bytes] = field(default_factory=set)

    def replace(self, old: SortedFile, things: Iterable[str], kept: Collection[str]) -> None:
        """What is stated of some things (terms) is to go, but for what is in the graphs (terms) that are kept."""
        for thing in sorted(things):
            lines = list(old.starting(f"{thing} ".encode()))
            quads = ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)
            for line, quad in zip(lines, quads, strict=True):
                if isinstance(quad.graph_name, ox.DefaultGraph):
                    self.facts_gone.add(line)
                elif str(quad.graph_name) not in kept:
                    self.gone.add(line)


def change_graph(
    old: Path, folder: Path, patch: Patch, spaces: Mapping[str, int], all_facts: Callable[[Path], object]
) -> Counter[str]:
    """The same of the files in the folder `old`; `all_facts` writes a run of all facts, in case it is needed.

    `spaces` are the namespaces in its facts; those of the new ones come back.
    """
    with SortedFile(old / _QUADS) as quads, (folder / _QUADS).open("wb") as out:
        gone, come = patch.gone | patch.facts_gone, patch.come | patch.facts_come
        quads.patch(gone - come, come - gone, out)
    new = Counter(spaces)
    new.subtract(namespaces(_parsed(patch.facts_gone)))
    new.update(namespaces(_parsed(patch.facts_come)))
    new = +new
    known = prefixes_of(new)
    if known == prefixes_of(spaces):
        _change_facts(old, folder, patch, known)
    else:
        facts = folder / ".facts"
        all_facts(facts)
        _write_facts(folder, facts, known)
        facts.unlink()
    return new


def _write_facts(folder: Path, facts: Path, known: dict[str, str]) -> None:
    with (folder / _TURTLE).open("wb") as out:
        turtle_of(in_order(_triples(facts)), known, out)
    with (folder / _JSON_LD).open("wb") as out:
        json_ld_of(in_order(_triples(facts)), known, out)


def _change_facts(old: Path, folder: Path, patch: Patch, known: dict[str, str]) -> None:
    """Only the blocks of things of which other facts hold now."""
    gone = {line.partition(b" ")[0] for line in patch.facts_gone}
    triples = list(in_order(_parsed(patch.facts_come)))
    turtle, json_ld = BytesIO(), BytesIO()
    turtle_of(triples, known, turtle)
    json_ld_of(triples, known, json_ld)
    with (old / _TURTLE).open("rb") as lines, (folder / _TURTLE).open("wb") as out:
        head, blocks = _turtle_blocks(lines)
        fresh = dict(_turtle_blocks(BytesIO(turtle.getvalue()))[1])
        out.write(head)
        out.writelines(b"\n" + block for block in patched(blocks, fresh, gone))
    with (old / _JSON_LD).open("rb") as lines, (folder / _JSON_LD).open("wb") as out:
        out.writelines([next(lines), next(lines).rstrip(b"\n")])
        fresh = dict(_json_nodes(BytesIO(json_ld.getvalue())))
        for number, node in enumerate(patched(_json_nodes(lines), fresh, gone)):
            out.write((b",\n" if number else b"\n") + node)
        out.write(b"\n]}\n")


def _turtle_blocks(lines: IO[bytes]) -> tuple[bytes, Iterator[Record]]:
    """The lines of the prefixes, and the block of each subject by its term."""
    head = list(takewhile(lambda line: line != b"\n", lines))
    spaces = dict(line.removeprefix(_PREFIX).split(b" ")[:2] for line in head if line.startswith(_PREFIX))
    return b"".join(head), _blocks(lines, {prefix: space.rstrip(b">") for prefix, space in spaces.items()})


def _blocks(lines: Iterable[bytes], spaces: Mapping[bytes, bytes]) -> Iterator[Record]:
    block: list[bytes] = []
    for line in lines:
        if line != b"\n":
            block.append(line)
        elif block:
            yield _subject(block[0], spaces), b"".join(block)
            block = []
    if block:
        yield _subject(block[0], spaces), b"".join(block)


def _subject(line: bytes, spaces: Mapping[bytes, bytes]) -> bytes:
    """The term that a block begins with, a prefixed name written out (https://www.w3.org/TR/turtle/#prefixed-name)."""
    name = line.partition(b" ")[0]
    if name.startswith(b"<"):
        return name
    prefix, _, local = name.partition(b":")
    return spaces[prefix + b":"] + local.replace(b"\\", b"") + b">"


def _json_nodes(lines: Iterable[bytes]) -> Iterator[Record]:
    """The line of each node by its term, without what comes between nodes."""
    for line in lines:
        if line.startswith(_ID):
            yield b"<" + line[len(_ID) : line.index(b'"', len(_ID))] + b">", line.rstrip(b"\n").rstrip(b",")


def _triples(run: Path) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(path=str(run), format=ox.RdfFormat.N_QUADS))


def _parsed(lines: Iterable[bytes]) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(b"".join(sorted(lines)), format=ox.RdfFormat.N_QUADS))


def lines_in(runs: Iterable[Path]) -> set[bytes]:
    """All lines of some runs."""
    return {line for run in runs for line in lines_of(run)}
