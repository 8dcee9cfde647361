"""`kg review`: a build in; its open questions asked in the terminal, the answers written into a file of decisions."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from kg.cli.options import DEFAULT_OUT, FILE
from kg.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class _Side:
    """One of two things that may be one: its IRI, its name, and its films for a person to go by."""

    iri: str
    name: str
    films: str


@dataclass(frozen=True, slots=True)
class _Question:
    """Two things that may be one, and why the rules left it open."""

    left: _Side
    right: _Side
    reason: str


@click.command(short_help="Decide the open questions of a build.")
@click.argument("out", type=FILE, default=DEFAULT_OUT, metavar="[OUT]")
@click.option(
    "--decisions",
    "file",
    type=FILE,
    default="decisions.toml",
    show_default=True,
    metavar="FILE",
    help="File that the answers are added to, for --decisions of kg build and kg add.",
)
@click.option("--who", metavar="NAME", help="Whose decisions they are; asked for unless given.")
def review(out: Path, file: Path, who: str | None) -> None:
    """Walk through the things of OUT that may be one, and write down which are.

    Each answer is written at once. What FILE answers already is not asked again.
    """
    from kg.resolve import add_decision

    questions = list(_questions(out, file))
    written = 0
    for number, question in enumerate(questions, start=1):
        click.echo(_text(question, f"{number} of {len(questions)}"))
        answer = click.prompt("same, different, skip or quit", type=click.Choice(["s", "d", "k", "q"]), default="k")
        if answer == "q":
            break
        if answer in ("s", "d"):
            who = who or click.prompt("Who decides")
            verb = {"s": "same", "d": "different"}[answer]
            things = (question.left.iri, question.right.iri)
            add_decision(file, verb, things, who, date.today().isoformat(), click.prompt("Why"))
            written += 1
    if not questions:
        click.echo("No question is open.")
    elif written:
        click.echo(f"{written} written to {file}; kg add {out} --decisions {file} puts them to work.")


def _questions(out: Path, file: Path) -> Iterator[_Question]:
    """The open questions of a build that the file does not answer yet; those about addresses elsewhere need a link."""
    from kg.query import run
    from kg.resolve import read_decisions
    from kg.store import open_graph
    from kg.vocab import BaseIri

    base = BaseIri(_json(out / "report.json")["base"])
    answered = [set(entry.things) for entry in read_decisions(file, base).entries] if file.exists() else []
    reasons = _reasons(out / "judgements.jsonl")
    rows = run(open_graph(out), "open-identities", {})
    for cells in rows.rows:
        row = {name: getattr(cell, "value", "") for name, cell in zip(rows.columns, cells, strict=True)}
        left, right = sorted(
            (
                _Side(row["thingIri"], row["name"], row["films"]),
                _Side(row["otherIri"], row["otherName"], row["otherFilms"]),
            )
        )
        pair = (left.iri, right.iri)
        if all(iri.startswith(base.base) for iri in pair) and not any({*pair} <= things for things in answered):
            yield _Question(left, right, reasons.get(pair, ""))


def _json(path: Path) -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        return found
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; name the folder of a build") from error


def _reasons(path: Path) -> dict[tuple[str, str], str]:
    judgements = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {(j["left"], j["right"]): j["reason"] for j in judgements if j["verdict"] == "open"}


def _text(question: _Question, number: str) -> str:
    sides = (question.left, question.right)
    things = [f"  {side.name}{f' ({side.films})' if side.films else ''}\n    {side.iri}" for side in sides]
    return "\n".join(["", f"{number}: are these one?", *things, f"  {question.reason}".rstrip()])
