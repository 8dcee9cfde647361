"""`python -m training`: fits every classifier of kg/learned/, prints how it does on texts it was not fitted on."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

import click

import kg.learned
from kg.annotate.elsewhere.credits import RELATIONS
from kg.annotate.elsewhere.films import OTHER
from kg.annotate.reviews.parts import PLAYS
from training import elsewhere, fitting, others, parts, people, ties, titles
from training.reading import Reader, read

HERE: Final = Path(__file__).parent
WEIGHTS: Final = Path(kg.learned.__file__).parent

TASKS: Final = {  # labels, in an order in which each reads texts with the weights of those before
    "titles": ("own", "other"),
    "ties": ("remakeOf", "remadeAs"),
    "people": ("director", "screenwriter", "actor"),
    "others": (OTHER,),
    "elsewhere": RELATIONS,
    "parts": (PLAYS,),
}
READERS: Final[dict[str, Reader]] = {
    "titles": titles.examples,
    "ties": ties.examples,
    "people": people.examples,
    "others": others.examples,
    "parts": parts.examples,
}
STRENGTHS: Final = {"titles": 0.5, "ties": 0.1, "elsewhere": 0.1}  # few films make large weights costlier


@click.command()
@click.argument("tasks", nargs=-1, type=click.Choice(sorted(TASKS)))
@click.option("--texts", type=click.Path(path_type=Path), default=HERE / "texts", help="Folder of texts with gold.")
@click.option("--check", is_flag=True, help="Only print; keep the weights as they are.")
def main(tasks: tuple[str, ...], texts: Path, check: bool) -> None:
    """Fit the weights of these TASKS, of all when none is named."""
    files = sorted(texts.glob("*.toml"))
    for task in (task for task in TASKS if task in tasks or not tasks):
        labels, strength = TASKS[task], STRENGTHS.get(task, fitting.STRENGTH)
        examples = read(files, _reader(task, files))
        click.echo(f"{task}: {len(examples)} examples in {len({example.text for example in examples})} texts")
        for line in fitting.table(fitting.held_out(examples, strength), labels):
            click.echo(line)
        if not check:
            fitting.write(fitting.fit(examples, strength), WEIGHTS / f"{task}.json")
            kg.learned.classifier.cache_clear()


def _reader(task: str, files: Sequence[Path]) -> Reader:
    if task in READERS:
        return READERS[task]
    return partial(elsewhere.examples, chances=elsewhere.chances(read(files, others.examples)))


if __name__ == "__main__":
    main()
