"""A build's folder in, the on-disk store of its graph out: OUT/store/<name>, where the name follows from the graph.

A store is built beside OUT and moved into place whole; it is never written to afterwards, so that any number of readers
may hold it open while the store of a newer graph appears beside it under another name.
"""

import fcntl
import shutil
import tempfile
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from typing import IO, Final

import pyoxigraph as ox

from kg.errors import InputError, OutputError
from kg.rdf import GRAPH_FILE
from kg.store.embedded import fill_from

STORE: Final = "store"
_DIGITS: Final = 16
_STAMP: Final = "graph.stamp"  # in a store: what the system said of the graph's file when it was found to hold it
_ALWAYS: Final = "CURRENT"  # a file that every store of this engine has
_HELD: Final[dict[Path, IO[bytes]]] = {}


def publish(out: Path) -> Path:
    """Path of the store of the graph that OUT holds now; built unless it is there. InputError, OutputError.

    Stores of older graphs that nobody reads are removed.
    """
    graph = _graph(out)
    stamp = _stamp(graph)
    if known := next((p for p in sorted((out / STORE).glob(f"*-{ox.__version__}")) if _read(p) == stamp), None):
        return known
    try:
        place = out / STORE / f"{_digest(graph)}-{ox.__version__}"
        if not place.is_dir():
            _build(graph, place)
            retire(out, place)
        _write(place, stamp)
    except OSError as error:
        raise OutputError(f"{out / STORE}: cannot be written: {error.strerror or error}") from error
    return place


def open_store(place: Path) -> ox.Store:
    """A published store, read-only; nobody retires it while this process lives."""
    try:
        if place not in _HELD:
            _HELD[place] = lease(place)
        return ox.Store.read_only(str(place))
    except OSError as error:
        raise InputError(f"{place}: no store: {error}; remove the folder, it is made anew") from error


def lease(place: Path) -> IO[bytes]:
    """An open file that keeps a store from being retired until it is closed. OSError where there is no store.

    The lock lies on a file and not on the folder: a build that takes OUT's place carries the files over as hard links.
    """
    file = (place / _ALWAYS).open("rb")
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def retire(out: Path, keep: Path) -> None:
    """Removes the stores of older graphs, but for those that somebody holds open."""
    for place in sorted((out / STORE).iterdir()):
        if place != keep:
            with suppress(OSError), (place / _ALWAYS).open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(place, ignore_errors=True)


def _graph(out: Path) -> Path:
    if not out.is_dir():
        raise InputError(f"{out}: no such folder; name the folder of a build")
    graph = out / GRAPH_FILE
    if not graph.is_file():
        raise InputError(f"{out}: holds no {GRAPH_FILE}; make one with `kg build TEXTS --output {out}`")
    return graph


def _digest(graph: Path) -> str:
    with graph.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()[:_DIGITS]


def _stamp(graph: Path) -> str:
    told = graph.stat()
    return f"{told.st_dev} {told.st_ino} {told.st_mtime_ns} {told.st_size}"


def _read(place: Path) -> str:
    with suppress(OSError):
        return (place / _STAMP).read_text(encoding="ascii")
    return ""


def _write(place: Path, stamp: str) -> None:
    """A store that cannot be stamped is as good; only its graph is read each time."""
    with suppress(OSError), tempfile.NamedTemporaryFile("w", dir=place, prefix=_STAMP, delete=False) as fresh:
        fresh.write(stamp)
        fresh.flush()
        Path(fresh.name).replace(place / _STAMP)


def _build(graph: Path, place: Path) -> None:
    out = place.parent.parent.resolve()
    with tempfile.TemporaryDirectory(
        prefix=f".{out.name}.{STORE}.", dir=out.parent, ignore_cleanup_errors=True
    ) as temp:
        fresh = Path(temp) / STORE
        store = ox.Store(str(fresh))
        fill_from(store, graph)
        store.optimize()
        store.flush()
        del store  # closes it
        place.parent.mkdir(exist_ok=True)
        if not place.is_dir():
            fresh.rename(place)
