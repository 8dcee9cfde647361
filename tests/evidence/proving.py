"""What a build's folder leaves unproven: triples without evidence, and quotes that are not the slice they claim."""

from pathlib import Path

import pyoxigraph as ox

from kg.export.quotations import Quotation, document_names, quotations
from kg.export.texts import read_texts
from kg.rdf import RdfFile


def quoted(out: Path) -> list[tuple[Quotation, str]]:
    """Every quotation with the text of its document."""
    quads, texts = RdfFile.open(out).quads(), read_texts(out)
    names = document_names(quads)
    return [(quotation, texts[names[quotation.document]]) for quotation in quotations(quads)]


def unproven(out: Path) -> list[str]:
    """The triples of the default graph that no exact and asserted quotation states."""
    facts = {q.triple for q in RdfFile.open(out).quads() if isinstance(q.graph_name, ox.DefaultGraph)}
    assert facts
    shown = {
        statement
        for quotation, text in quoted(out)
        if quotation.status == "Asserted" and _exact(quotation, text)
        for statement in quotation.statements
    }
    return sorted(str(triple) for triple in facts - shown)


def misquoted(out: Path) -> list[str]:
    """The quotations, of whatever status, that are not what stands at their place."""
    found = quoted(out)
    assert found
    return [str(quotation) for quotation, text in found if not _exact(quotation, text)]


def _exact(quotation: Quotation, text: str) -> bool:
    return bool(quotation.quote) and text[quotation.start : quotation.end] == quotation.quote
