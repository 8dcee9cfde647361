"""Lines of a list of reviews in, its entries out, in the form that the list has."""

from collections.abc import Sequence
from typing import Final

from kg.segment.entry import Entry
from kg.segment.inline import inline_entries, signatures
from kg.segment.lines import Line
from kg.segment.paragraphs import paragraph_entries
from kg.segment.recurring import recurring_entries, worth
from kg.segment.reviewers import is_handle
from kg.segment.stacked import stacked_entries
from kg.segment.voices import voiced_entries

_SEVERAL: Final = 3
_FULL: Final = 3  # author, date and score


def entries(lines: Sequence[Line], start: int = 0) -> list[Entry]:
    """The entries in the order of the text; a group of lines that recurs where it tells more than any other form.

    The other forms are those of the lines from `start` on, where the title block ends.
    """
    others, recurring = _by_form(lines[start:]), recurring_entries(lines)
    better = _told(recurring) > _told(others) or (_are_full(recurring) and not _are_full(others))
    found, voiced = recurring if better else others, voiced_entries(lines)
    return voiced if voiced and _told(voiced) >= _told(found) else found


def _are_full(entries: Sequence[Entry]) -> bool:
    """Whether there are several, and each tells its author, its date and its score."""
    return len(entries) >= _SEVERAL and all(worth(entry) == _FULL and entry.body for entry in entries)


def _told(entries: Sequence[Entry]) -> tuple[int, int]:
    """How much of authors, dates and scores is told by entries that have more than one; of equals, how many handles."""
    told = [entry for entry in entries if worth(entry) > 1]
    return sum(map(worth, told)), sum(is_handle(entry.author) for entry in told)


def _by_form(lines: Sequence[Line]) -> list[Entry]:
    """That of three forms which finds most names, and not much fewer entries."""
    signed = signatures(lines)
    stacked = list(stacked_entries(lines))
    named = sum(bool(entry.author and entry.body) for entry in stacked)
    apart = list(paragraph_entries(lines))
    if len(apart) > max(named, len(signed), 1):
        return apart
    return list(inline_entries(lines, signed)) if len(signed) > named and 2 * len(signed) > len(stacked) else stacked
