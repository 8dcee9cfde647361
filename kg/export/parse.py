"""A file of RDF in, its quads out exactly as they stand there: no literal is rewritten, as a store would."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError, UsageError


def parse(path: Path) -> Iterator[ox.Quad]:
    """Quads of an RDF file, or of the archive graph.nq of a build's folder; InputError names file and line.

    Blank nodes get canonical labels (RDFC-1.0), so that the same file always gives the same quads.
    """
    file = path / "graph.nq" if path.is_dir() else path
    format = ox.RdfFormat.from_extension(file.suffix.removeprefix("."))
    if format is None:
        raise UsageError(
            f"{file}: no RDF format has the suffix {file.suffix!r}; use .nq, .ttl, .trig, .nt, .jsonld or .rdf"
        )
    try:
        quads = list(ox.parse(path=str(file), format=format))
    except OSError as error:
        raise InputError(f"{file}: {error.strerror or error}") from error
    except SyntaxError as error:
        raise InputError(f"{file}:{error.lineno}: {error.msg}") from error
    return iter(_canonical(quads) if any(map(_blank, quads)) else quads)


def _blank(quad: ox.Quad) -> bool:
    return any(isinstance(part, ox.BlankNode) for part in quad)


def _canonical(quads: Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset
