"""Reviews with lines of their own for author, date and scores, above the text or below it: lines in, entries out.

What the first entry begins with, a name or a date or a score, begins every other.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Block
from kg.segment.asides import is_aside
from kg.segment.entry import Entry
from kg.segment.fields import fields_at
from kg.segment.figures import bare_number
from kg.segment.heads import Piece, head_of, scored_headline
from kg.segment.lines import Line

PAPER: Final = re.compile(
    r"^The\s|\b(?:Times|Post|Guardian|Herald|Tribune|Telegraph|Observer|Independent|Mail|Express|Journal|Gazette|Chronicle"
    r"|Sentinel|Review|Weekly|Monthly|Quarterly|Daily|Courier|Ledger|Beacon|Bulletin|Dispatch|Examiner|Reporter|News|Standard|Star|Sun|Mirror|Globe|Inquirer|Press|Magazine|Cahiers|Cinema|Film|Movies?"
    r"|Screen|Online|Radio|Network|Blog)\b|\.(?:com|net|org|co\.uk)$"
)
_OUTLET_WORDS: Final = 6


def stacked_entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """The entries, from the first line that begins one."""
    current: Entry | None = None
    opener = ""
    for i, line in enumerate(lines):
        head = _head(lines, i, current, opener)
        opener = opener or (head[0].name if head else "")
        if head and (current is None or _begins(current, head, opener)):
            if current:
                yield current
            current = Entry()
        if current and head:
            current.add(head)
        elif current and not current.body and (fields := _fields(lines, i)):
            current.credits += fields
        elif current and _is_headline(lines, i, current, opener):
            current.add([Piece("headline", line.span)])
        elif current:
            current.go_on(lines, i)
    if current:
        yield current


def _fields(lines: Sequence[Line], at: int) -> list[Block]:
    """The field that a line is ("Starring: A, B"), if it names its value itself."""
    fields, taken = fields_at(lines, at, in_lead=False)
    told = [block for block in fields if not lines[at].of(block.body)[:1].isdigit()]  # "Cast: 7" is a mark
    return told if taken == 1 and len(told) == len(fields) else []


def _begins(current: Entry, head: Sequence[Piece], opener: str) -> bool:
    """Whether a head begins the next entry: it has what entries begin with, or something that this one has already."""
    names = {piece.name for piece in head}
    if not (current.body or current.closed):
        return opener in names and opener in current.pieces and opener != "author"
    return opener in names or any(name in current.pieces for name in names)


def _head(lines: Sequence[Line], at: int, current: Entry | None, opener: str) -> Sequence[Piece]:
    """The head that the line is where it stands: bare numbers are scores right below a head, bare names above text."""
    line = lines[at]
    if current and not current.body and "score" not in current.pieces and (number := bare_number(line)):
        return [Piece("score", number)]
    head = head_of(line)
    if [piece.name for piece in head] == ["author"]:
        if current and current.author and PAPER.search(line.text) and _is_outlet(lines, at):
            return [Piece("headline", line.span)]
        if not _signs(lines, at, head[0], opener):
            return []
    return head or _scored_headline(lines, at)


def _signs(lines: Sequence[Line], at: int, author: Piece, opener: str) -> bool:
    """Whether a line that is but a name signs a review: the head goes on, or the text begins, on the next line."""
    if author.span != author.value:  # "By Ann Lee"
        return True
    if at + 1 == len(lines) or lines[at].before_gap:
        return False
    below = head_of(lines[at + 1]) or _scored_headline(lines, at + 1)
    names = {piece.name for piece in below} - {"author"}
    return (
        lines[at + 1].is_prose
        or _is_outlet(lines, at + 1)
        or bool(names and (opener == "author" or opener not in names))
    )


def _is_outlet(lines: Sequence[Line], at: int) -> bool:
    """Whether a short line stands right above a text, as the name of the paper does that a critic writes for."""
    line = lines[at]
    short = line.words <= _OUTLET_WORDS and not line.ends_sentence and not line.is_prose and line.text[:1].isupper()
    return short and not line.before_gap and at + 1 < len(lines) and lines[at + 1].is_prose


def _scored_headline(lines: Sequence[Line], at: int) -> Sequence[Piece]:
    """Score and headline of a line, where the head goes on with a date on the next one."""
    if at + 1 == len(lines) or lines[at].before_gap or all(piece.name != "date" for piece in head_of(lines[at + 1])):
        return []
    return scored_headline(lines[at])


def _is_headline(lines: Sequence[Line], at: int, current: Entry, opener: str) -> bool:
    """Whether a line without a head's form stands in a head, which goes on below it."""
    line = lines[at]
    if (
        not current.body
        and list(current.pieces)[-1:] == ["author"]
        and PAPER.search(line.text)
        and _is_outlet(lines, at)
    ):
        return True
    if current.body or at + 1 == len(lines) or line.before_gap or line.is_prose or is_aside(line):
        return False
    below = _head(lines, at + 1, current, opener)
    return bool(below) and opener not in {piece.name for piece in below}
