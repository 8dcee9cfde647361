"""Lines of a list of reviews in, its entries out, in the form that the list has."""

from collections.abc import Sequence

from kg.segment.entry import Entry
from kg.segment.inline import inline_entries, signatures
from kg.segment.lines import Line
from kg.segment.stacked import stacked_entries


def entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries in the order of the text; that of two forms which finds more names, and not much fewer entries."""
    signed = signatures(lines)
    stacked = list(stacked_entries(lines))
    named = sum(bool(entry.author) for entry in stacked)
    return list(inline_entries(lines, signed)) if len(signed) > named and 2 * len(signed) > len(stacked) else stacked
