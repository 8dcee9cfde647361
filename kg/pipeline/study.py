"""Documents in, what each one states out: a pure function of one document, run here or in several processes."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from kg.annotate import Recogniser, annotate, columns, load_recogniser
from kg.extract import extract, joined
from kg.lexis.compiled import keep_patterns
from kg.model import Document, Extraction, Page, Skipped
from kg.pipeline.claims import FAILED, pack
from kg.pipeline.runners import TRIES, Lost, Runner
from kg.segment import cased, segment, series, unwrapped


def study(document: Document, recogniser: Recogniser) -> Extraction | Skipped:
    """What one document states; Skipped when it speaks of no film, or when the program fails on it."""
    path = document.path or document.id
    try:
        text = replace(document, text=cased(unwrapped(document.text)))
        found = [extract(page) for part in apart(text) if (page := _page(part, recogniser))]
        return joined(document, found) if found else Skipped(path, "no film is described in it", document.id)
    except Exception as error:  # one odd document must not cost all the others
        return Skipped(path, f"{FAILED}; please report {_named(error)}", document.id)


def apart(document: Document) -> list[Document]:
    """The parts of a document that speak of one film each, lines joined before: most are one part."""
    return [part for one in series(document) for part in columns(one)]


def _page(document: Document, recogniser: Recogniser) -> Page | None:
    segmentation = segment(document)
    return annotate(document, segmentation.layout, segmentation.blocks, recogniser)


def study_all(documents: Iterable[Document], model: str | None, runner: Runner) -> Iterator[Extraction | Skipped]:
    """`study` of every document, in their order; `model` names the recogniser's model, None works without one."""
    for found in runner.map(partial(_study_with, model), documents):
        yield set_aside(found.item) if isinstance(found, Lost) else found


def study_packed(
    documents: Iterable[Document], model: str | None, runner: Runner
) -> Iterator[tuple[str, bytes | Skipped] | Lost[Document]]:
    """The same of documents that need not be in memory: the id of each, and what `pack` makes of it."""
    return runner.map(partial(_pack_with, model), documents)


def set_aside(document: Document) -> Skipped:
    """Why a document that no worker survives is none of the build's."""
    reason = f"{TRIES} worker processes were killed over it, perhaps for want of memory"
    return Skipped(document.path or document.id, reason, document.id)


def _study_with(model: str | None, document: Document) -> Extraction | Skipped:
    found = study(document, _recogniser(model))
    keep_patterns()  # those that no document had needed before
    return found


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
