"""Documents in, what each one states out: a pure function of one document, run here or in several processes."""

import multiprocessing
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from pathlib import Path
from typing import Final, TypeVar

from kg.annotate import Recogniser, annotate, load_recogniser
from kg.errors import KgError
from kg.extract import extract
from kg.model import Document, Extraction, Skipped
from kg.pipeline.claims import pack
from kg.segment import segment

T = TypeVar("T")
# A forked process would inherit the threads of spaCy's and pyoxigraph's libraries half-dead.
_START: Final = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_LARGEST_CHUNK: Final = 16  # documents sent to a worker at a time


def study(document: Document, recogniser: Recogniser) -> Extraction | Skipped:
    """What one document states; Skipped when it speaks of no film, or when the program fails on it."""
    path = document.path or document.id
    try:
        segmentation = segment(document)
        page = annotate(document, segmentation.layout, segmentation.blocks, recogniser)
        return extract(page) if page else Skipped(path, "no film is described in it", document.id)
    except Exception as error:  # one odd document must not cost all the others
        return Skipped(path, f"the program failed on it; please report {_named(error)}", document.id)


def study_all(documents: Sequence[Document], model: str | None, workers: int) -> Iterator[Extraction | Skipped]:
    """`study` of every document, in their order; `model` names the recogniser's model, None works without one."""
    return _mapped(partial(_study_with, model), documents, len(documents), workers)


def study_packed(
    documents: Iterable[Document], count: int, model: str | None, workers: int
) -> Iterator[tuple[str, bytes | Skipped]]:
    """The same of so many documents that need not be in memory: the id of each, and what `pack` makes of it."""
    return _mapped(partial(_pack_with, model), documents, count, workers)


def _mapped(task: Callable[[Document], T], documents: Iterable[Document], count: int, workers: int) -> Iterator[T]:
    if workers == 1:
        yield from map(task, documents)
        return
    context = multiprocessing.get_context(_START)
    chunk = max(1, min(_LARGEST_CHUNK, count // (4 * workers)))
    try:
        # Not multiprocessing.Pool: it waits for ever when a worker is killed.
        with ProcessPoolExecutor(workers, context) as pool:
            yield from pool.map(task, documents, chunksize=chunk)
    except BrokenProcessPool as error:
        raise KgError("a worker process was killed, perhaps for want of memory; try fewer --workers") from error


def _study_with(model: str | None, document: Document) -> Extraction | Skipped:
    return study(document, _recogniser(model))


def _pack_with(model: str | None, document: Document) -> tuple[str, bytes | Skipped]:
    found = _study_with(model, document)
    return document.id, found if isinstance(found, Skipped) else pack(found)


@cache
def _recogniser(model: str | None) -> Recogniser:
    """One a process: loading it takes longer than reading hundreds of pages."""
    return load_recogniser(model)


def _named(error: Exception) -> str:
    """Type, message and place of an error of the program's own."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
