"""`kg`: its commands in the order of use; errors of the program's own become one line and their exit code.

Nothing here or at the top of a command's module imports a room: `kg --help` would pay for all of them.
"""

import gc
from typing import Any

import click

from kg.cli.build import build
from kg.cli.change import add, remove
from kg.cli.diff import diff
from kg.cli.embed import embed
from kg.cli.evaluate import evaluate
from kg.cli.explain import explain
from kg.cli.export import convert, export
from kg.cli.load import load
from kg.cli.query import query
from kg.cli.review import review
from kg.cli.serve import serve
from kg.cli.show import show
from kg.cli.site import site
from kg.cli.snippet import snippet
from kg.cli.validate import validate
from kg.errors import KgError


class _Commands(click.Group):
    """Lists its commands as they were added, and turns a KgError into a message."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"Error: {error}", err=True)
            return ctx.exit(error.exit_code)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done; 1 the data or the machine is at fault; 2 a wrong command, option, name or value.",
)
@click.version_option(package_name="kg")
def kg() -> None:
    """Texts about films in, validated schema.org linked data out."""


for command in (
    build,
    add,
    remove,
    query,
    show,
    explain,
    diff,
    review,
    validate,
    export,
    convert,
    load,
    serve,
    snippet,
    embed,
    site,
    evaluate,
):
    kg.add_command(command)


def main() -> None:
    """Entry point of the console script.

    What is left at the end goes with the process: looking through it for circles, which the interpreter does several
    times, would take most of a second after a large build.
    """
    try:
        kg(prog_name="kg")
    finally:
        gc.freeze()
