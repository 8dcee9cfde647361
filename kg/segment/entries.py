"""Lines of a list of reviews in, its entries out, in the form that the list has."""

from collections.abc import Sequence

from kg.segment.entry import Entry
from kg.segment.inline import inline_entries, signatures
from kg.segment.lines import Line
from kg.segment.paragraphs import paragraph_entries
from kg.segment.stacked import stacked_entries


def entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries in the order of the text; that of three forms which finds most names, and not much fewer entries."""
    signed = signatures(lines)
    stacked = list(stacked_entries(lines))
    named = sum(bool(entry.author and entry.body) for entry in stacked)
    apart = list(paragraph_entries(lines))
    if len(apart) > max(named, len(signed), 1):
        return apart
    return list(inline_entries(lines, signed)) if len(signed) > named and 2 * len(signed) > len(stacked) else stacked
