"""Documents in, what each one states out, by whoever works."""

from collections.abc import Iterable, Iterator
from functools import partial

from kg.lexis.compiled import keep_patterns
from kg.model import Document, Extraction, Skipped
from kg.pipeline.claims import pack
from kg.pipeline.runners import TRIES, Lost, Runner


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
    from kg.pipeline.studying import recogniser, study

    found = study(document, recogniser(model))
    keep_patterns()  # those that no document had needed before
    return found


def _pack_with(model: str | None, document: Document) -> tuple[str, bytes | Skipped]:
    found = _study_with(model, document)
    return document.id, found if isinstance(found, Skipped) else pack(found)
