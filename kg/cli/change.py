"""`kg add` and `kg remove`: a build and documents in; the build with them, or without them, out."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.options import FILE
from kg.cli.progress import Progress, progress
from kg.cli.running import at_work, work_options
from kg.cli.summary import NAMED, counted, data, name_problems, sentence

if TYPE_CHECKING:
    from kg.pipeline import Changed

F = TypeVar("F", bound=Callable[..., Any])


def _change_options(command: F) -> F:
    """The command with the options that every change of a build has."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print what changed, and the summary, as JSON."),
        click.option("--quiet", "-q", is_flag=True, help="No progress and no summary; what went wrong is still said."),
        work_options,
        click.option(
            "--links",
            type=FILE,
            metavar="FILE",
            help="Links to other data sets, instead of the file that OUT was built with.",
        ),
        click.option(
            "--decisions",
            type=FILE,
            metavar="FILE",
            help="What people decided, instead of the file that OUT was built with.",
        ),
    ):
        command = option(command)
    return command


@click.command(short_help="Add documents to a build.")
@click.argument("out", type=FILE, metavar="OUT")
@click.argument("paths", nargs=-1, metavar="[DOC...]")
@_change_options
def add(
    out: Path,
    paths: Sequence[str],
    decisions: Path | None,
    links: Path | None,
    workers: int,
    runner: str,
    scheduler: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Add documents to the build in OUT, with the options that it was built with.

    A DOC is named as for kg build; one that has the id of a document of OUT takes its place. Only what is new is read.
    Without a DOC the build is made again with other decisions or links.
    """
    if not (paths or decisions or links):
        raise click.UsageError("name documents to add, or --decisions or --links to put to work")
    with at_work(workers, runner, scheduler) as running:
        from kg import pipeline

        given = pipeline.Options(runner=running, decisions=decisions, links=links)
        _change(lambda steps: pipeline.add(out, paths, given, steps), out, quiet, as_json)


@click.command(short_help="Remove documents from a build.")
@click.argument("out", type=FILE, metavar="OUT")
@click.argument("names", nargs=-1, required=True, metavar="DOC...")
@_change_options
def remove(
    out: Path,
    names: Sequence[str],
    decisions: Path | None,
    links: Path | None,
    workers: int,
    runner: str,
    scheduler: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Remove documents from the build in OUT. What other documents state too stays.

    A DOC is the id of a document, as texts.jsonl and the quotations have it, or the path of one that was skipped.
    """
    with at_work(workers, runner, scheduler) as running:
        from kg import pipeline

        given = pipeline.Options(runner=running, decisions=decisions, links=links)
        _change(lambda steps: pipeline.remove(out, names, given, steps), out, quiet, as_json)


def _change(work: Callable[[Progress], "Changed"], out: Path, quiet: bool, as_json: bool) -> None:
    start = time.monotonic()
    with progress(quiet) as steps:
        changed = work(steps)
    seconds = round(time.monotonic() - start, 1)
    name_problems(changed.skipped, changed.summary.refused if changed.summary else 0, out)
    for id in changed.unchanged[:NAMED]:
        click.echo(f"unchanged {id}: {out} has it as it is", err=True)
    if len(changed.unchanged) > NAMED:
        click.echo(f"unchanged {len(changed.unchanged) - NAMED:,} more", err=True)
    if as_json:
        click.echo(json.dumps(_data(changed, seconds), ensure_ascii=False, indent=2))
    elif not quiet:
        click.echo(_told(changed, out))
        if changed.summary:
            click.echo(sentence(changed.summary, out, seconds))


def _told(changed: "Changed", out: Path) -> str:
    counts = {"added": changed.added, "replaced": changed.replaced, "removed": changed.removed}
    told = [f"{counted(len(ids), 'document')} {verb}" for verb, ids in counts.items() if ids]
    return f"{out}: {', '.join(told) or ('no document changed' if changed.summary else 'nothing to do')}"


def _data(changed: "Changed", seconds: float) -> dict[str, Any]:
    lists = ("added", "replaced", "unchanged", "removed")
    summary = {"summary": data(changed.summary, seconds)} if changed.summary else {"summary": None}
    return {**{name: getattr(changed, name) for name in lists}, **summary}
