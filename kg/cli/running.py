"""The options of commands that read many texts: who does the work, and how much at once."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.pipeline import Runner

F = TypeVar("F", bound=Callable[..., Any])


def work_options(command: F) -> F:
    """The command with --workers, --runner and --scheduler, whose values `at_work` takes."""
    for option in (
        click.option("--scheduler", metavar="ADDRESS", help="Dask scheduler elsewhere, such as tcp://head:8786."),
        click.option(
            "--runner",
            type=click.Choice(["local", "dask"]),
            default="local",
            show_default=True,
            help="Who does the work: processes of kg's own, or a Dask cluster.",
        ),
        click.option(
            "--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes at work."
        ),
    ):
        command = option(command)
    return command


@contextmanager
def at_work(workers: int, runner: str, scheduler: str | None) -> Iterator["Runner"]:
    """The runner that the options name; its workers end with the block."""
    if scheduler and runner != "dask":
        raise click.UsageError("--scheduler names a Dask scheduler; it goes with --runner dask")
    if runner == "local" and workers > 1:
        from kg.forking import forking

        forking()  # what workers are forked from loads the program while this process does
    from kg.pipeline import Dask, local

    with closing(Dask(workers, scheduler) if runner == "dask" else local(workers)) as made:
        yield made
