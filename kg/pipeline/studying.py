"""A document in, what it states out: a pure function, run wherever there is a processor.

Only who studies loads this module and the rules with it: where others do, the first process has no use for them.
"""

import traceback
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.lexis.compiled import keeping_patterns
from kg.model import Document, Extraction, Page, Skipped
from kg.pipeline.claims import FAILED

with keeping_patterns():  # of the rules
    from kg.annotate import Recogniser, annotate, columns, load_recogniser
    from kg.extract import extract, joined
    from kg.segment import cased, segment, series, titled, unwrapped


def study(document: Document, recogniser: Recogniser) -> Extraction | Skipped:
    """What one document states; Skipped when it speaks of no film, or when the program fails on it."""
    path = document.path or document.id
    try:
        found = [extract(page) for part in apart(prepared(document)) if (page := _page(part, recogniser))]
        return joined(document, found) if found else Skipped(path, "no film is described in it", document.id)
    except Exception as error:  # one odd document must not cost all the others
        return Skipped(path, f"{FAILED}; please report {_named(error)}", document.id)


def prepared(document: Document) -> Document:
    """The document, no longer or shorter, with broken lines joined, and capitals where names and titles have none."""
    spelled = cased(unwrapped(document.text))
    return replace(document, text=titled(spelled), spelled=spelled)


def apart(document: Document) -> list[Document]:
    """The parts of a document that speak of one film each, lines joined before: most are one part."""
    return [part for one in series(document) for part in columns(one)]


@cache
def recogniser(model: str | None) -> Recogniser:
    """One a process: loading it takes longer than reading hundreds of pages."""
    return load_recogniser(model)


def _page(document: Document, recogniser: Recogniser) -> Page | None:
    segmentation = segment(document)
    return annotate(document, segmentation.layout, segmentation.blocks, recogniser)


def _named(error: Exception) -> str:
    """Type, message and place of an error of the program's own."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
