"""`python -m training`: fits every classifier of kg/learned/, prints how it does on texts it was not fitted on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import click

import kg.learned
from kg.annotate import load_recogniser
from kg.annotate.elsewhere.credits import RELATIONS
from kg.annotate.elsewhere.films import OTHER
from kg.annotate.recogniser import Recogniser
from kg.annotate.reviews.parts import PLAYS
from kg.assets import DEFAULT_MODEL
from training import elsewhere, fitting, others, parts, people, ties, titles
from training.documents import Lesson, lessons
from training.fitting import Example

HERE: Final = Path(__file__).parent
WEIGHTS: Final = Path(kg.learned.__file__).parent


def each(
    read: Callable[[Lesson, Recogniser], Iterable[Example]],
) -> Callable[[Sequence[Lesson], Recogniser], Iterator[Example]]:
    """The reader of all lessons that reads one by one."""
    return lambda known, recogniser: (example for lesson in known for example in read(lesson, recogniser))


TASKS: Final = {  # in an order in which each reads texts with the weights of those before
    "titles": (each(titles.examples), ("own", "other")),
    "ties": (each(ties.examples), ("remakeOf", "remadeAs")),
    "people": (each(people.examples), ("director", "screenwriter", "actor")),
    "others": (each(others.examples), (OTHER,)),
    "elsewhere": (elsewhere.examples, RELATIONS),
    "parts": (each(parts.examples), (PLAYS,)),
}
STRENGTHS: Final = {"ties": 0.1, "elsewhere": 0.1}  # where many features speak of few films, large weights are costlier


@click.command()
@click.argument("tasks", nargs=-1, type=click.Choice(sorted(TASKS)))
@click.option("--texts", type=click.Path(path_type=Path), default=HERE / "texts", help="Folder of texts with gold.")
@click.option("--check", is_flag=True, help="Only print; keep the weights as they are.")
def main(tasks: tuple[str, ...], texts: Path, check: bool) -> None:
    """Fit the weights of these TASKS, of all when none is named."""
    recogniser = load_recogniser(DEFAULT_MODEL)
    for task in (task for task in TASKS if task in tasks or not tasks):
        read, labels = TASKS[task]
        known = list(lessons(texts.glob("*.toml")))
        strength = STRENGTHS.get(task, fitting.STRENGTH)
        examples = [*read(known, recogniser)]
        click.echo(f"{task}: {len(examples)} examples in {len(known)} texts")
        for line in fitting.table(fitting.held_out(examples, strength), labels):
            click.echo(line)
        if not check:
            fitting.write(fitting.fit(examples, strength), WEIGHTS / f"{task}.json")
            kg.learned.classifier.cache_clear()


if __name__ == "__main__":
    main()
