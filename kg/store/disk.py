"""A build's folder in, the on-disk store of its graph out: OUT/store/<name>, where the name follows from the graph.

A store is built beside OUT and moved into place whole; it is never written to afterwards, so that any number of readers
may hold it open while the store of a newer graph appears beside it under another name.
"""

import shutil
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import InputError, OutputError
from kg.rdf import RdfFile
from kg.store.embedded import fill

STORE: Final = "store"
_DIGITS: Final = 16


def publish(out: Path) -> Path:
    """Path of the store of the graph that OUT holds now; built unless it is there. InputError, OutputError."""
    if not out.is_dir():
        raise InputError(f"{out}: no such folder; name the folder of a build")
    file = RdfFile.open(out)
    place = out / STORE / f"{sha256(file.content).hexdigest()[:_DIGITS]}-{ox.__version__}"
    if not place.is_dir():
        try:
            _build(file, place)
        except OSError as error:
            raise OutputError(f"{place}: cannot be written: {error.strerror or error}") from error
    return place


def open_store(place: Path) -> ox.Store:
    """A published store, read-only."""
    try:
        return ox.Store.read_only(str(place))
    except OSError as error:
        raise InputError(f"{place}: no store: {error}; remove the folder, it is made anew") from error


def retire(out: Path, keep: Path) -> None:
    """Removes the stores of older graphs; nobody may hold them open."""
    for place in sorted((out / STORE).iterdir()):
        if place != keep:
            shutil.rmtree(place, ignore_errors=True)


def _build(file: RdfFile, place: Path) -> None:
    out = place.parent.parent.resolve()
    with tempfile.TemporaryDirectory(
        prefix=f".{out.name}.{STORE}.", dir=out.parent, ignore_cleanup_errors=True
    ) as temp:
        fresh = Path(temp) / STORE
        store = ox.Store(str(fresh))
        fill(store, file)
        store.optimize()
        store.flush()
        del store  # closes it
        place.parent.mkdir(exist_ok=True)
        if not place.is_dir():
            fresh.rename(place)
