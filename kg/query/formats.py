"""Rows in, text out: a table for people, Markdown for documents, and the formats of SPARQL 1.1 for programs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg import vocab
from kg.errors import UsageError
from kg.query.rows import Cell, Rows
from kg.query.screen import Screen, plain, spaced

if TYPE_CHECKING:  # rich costs 50 ms, which a table alone should pay
    from rich.console import JustifyMethod
    from rich.table import Table

IRI_COLUMN: Final = "Iri"  # a column whose name ends so is for programs: tables leave it out
LONGEST: Final = 200  # characters of one cell of a table; the other formats shorten nothing
WIDE: Final = 20  # a column of a table may be folded to this width
GAP: Final = 3
_NUMBERS: Final = frozenset(vocab.expand(f"xsd:{name}") for name in ("integer", "decimal", "double", "float"))


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write rows; `render` takes the rows and the screen they are for."""

    name: str
    about: str
    render: Callable[[Rows, Screen], str]


def table(rows: Rows, screen: Screen) -> str:
    """Aligned columns, one plain line a row; on a terminal with its colours, and row by row where it is too narrow."""
    shown = _columns(rows)
    heads = [spaced(rows.columns[i]) for i in shown]
    cells = [[_shortened(_text(row[i])) for i in shown] for row in rows.rows]
    if screen.width is not None and sum(_needs(heads, cells)) > screen.width:
        return screen.draw(_records(heads, cells))
    return screen.draw(_grid(heads, cells, [_numeric(rows, i) for i in shown], screen))


def _grid(heads: list[str], cells: list[list[str]], numeric: list[bool], screen: Screen) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD if screen.terminal else None, pad_edge=False, show_edge=False)
    for head, is_number, need in zip(heads, numeric, _needs(heads, cells), strict=True):
        justify: JustifyMethod = "right" if is_number else "left"
        drawn.add_column(Text(head, "bold"), justify=justify, overflow="fold", min_width=need - GAP)
    for row in cells:
        drawn.add_row(*(Text(cell) for cell in row))
    return drawn


def _records(heads: list[str], cells: list[list[str]]) -> "Table":
    """Every row as a block of its own, one line a column that has something in it."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table.grid(padding=(0, GAP))
    for row in cells:
        for head, cell in zip(heads, row, strict=True):
            if cell:
                drawn.add_row(Text(head, "bold"), Text(cell))
        drawn.add_row("")
    return drawn


def _needs(heads: list[str], cells: list[list[str]]) -> list[int]:
    """Columns of the terminal that each column of the table needs to look well, the gap to the next one included."""
    widths = zip(*([len(cell) for cell in row] for row in [heads, *cells]), strict=True)
    return [min(max(column), WIDE) + GAP for column in widths]


def markdown(rows: Rows, _screen: Screen) -> str:
    """A table of GitHub-flavoured Markdown."""
    columns = _columns(rows)
    lines = [[spaced(rows.columns[i]) for i in columns], [_rule(rows, i) for i in columns]]
    lines += [[_text(row[i]).replace("\\", "\\\\").replace("|", "\\|") for i in columns] for row in rows.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _standard(syntax: ox.QueryResultsFormat) -> Callable[[Rows, Screen], str]:
    def render(rows: Rows, _screen: Screen) -> str:
        text = (rows.answer().serialize(format=syntax) or b"").decode()
        return text if text.endswith("\n") else f"{text}\n"

    return render


FORMATS: Final = (
    Format("table", "aligned columns, for people", table),
    Format("csv", "SPARQL 1.1 CSV: plain values, every column", _standard(ox.QueryResultsFormat.CSV)),
    Format("json", "SPARQL 1.1 JSON: every column, typed", _standard(ox.QueryResultsFormat.JSON)),
    Format("tsv", "SPARQL 1.1 TSV: RDF terms, every column", _standard(ox.QueryResultsFormat.TSV)),
    Format("markdown", "a Markdown table", markdown),
)


def render(rows: Rows, name: str = "table", screen: Screen | None = None) -> str:
    """The rows in the format of this name, ending with a line end; UsageError for a format that does not exist."""
    formats = {f.name: f for f in FORMATS}
    if name not in formats:
        raise UsageError.unknown("format", name, formats)
    return formats[name].render(rows, screen or Screen())


def _columns(rows: Rows) -> list[int]:
    """Indexes of the columns that people see: no IRIs and none that is empty, unless nothing else is left."""
    filled = [not len(rows) or any(row[i] is not None for row in rows.rows) for i in range(len(rows.columns))]
    seen = [i for i, name in enumerate(rows.columns) if filled[i] and not name.endswith(IRI_COLUMN)]
    return seen or list(range(len(rows.columns)))


def _numeric(rows: Rows, i: int) -> bool:
    cells = [row[i] for row in rows.rows if row[i] is not None]
    return bool(cells) and all(isinstance(c, ox.Literal) and c.datatype.value in _NUMBERS for c in cells)


def _rule(rows: Rows, i: int) -> str:
    return "---:" if _numeric(rows, i) else "---"


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return plain(vocab.curie(cell.value) if isinstance(cell, ox.NamedNode) else getattr(cell, "value", str(cell)))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
