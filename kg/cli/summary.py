"""What came of a build in, lines for people or data for programs out."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from kg.model import Skipped
    from kg.pipeline import Summary

NAMED: Final = 20  # documents that standard error names; the report names them all


def name_problems(skipped: Sequence["Skipped"], refused: int, out: Path) -> None:
    """Every skipped document on standard error, up to a number that a reader would read, and refused facts."""
    for each in skipped[:NAMED]:
        click.echo(f"skipped {each.path}: {each.reason}", err=True)
    if len(skipped) > NAMED:
        click.echo(f"skipped {len(skipped) - NAMED:,} more, see {out}/report.json", err=True)
    if refused:
        click.echo(f"set aside {counted(refused, 'fact')} that the shapes refuse, see {out}/report.json", err=True)


def sentence(summary: "Summary", out: Path, seconds: float) -> str:
    """A build in a line."""
    skipped = f" ({len(summary.skipped):,} skipped)" if summary.skipped else ""
    return (
        f"{out}: {counted(summary.films, 'film')}, {counted(summary.people, 'person', 'people')} and "
        f"{counted(summary.facts, 'fact')} from {counted(summary.documents, 'document')}{skipped} in {seconds:.1f} s"
    )


def data(summary: "Summary", seconds: float) -> dict[str, Any]:
    """The same for programs."""
    skipped = [{"path": each.path, "reason": each.reason} for each in summary.skipped]
    return {**asdict(summary), "skipped": skipped, "seconds": seconds}


def counted(number: int, one: str, many: str = "") -> str:
    """A number and what it counts."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
