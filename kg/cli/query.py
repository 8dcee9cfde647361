"""`kg query`: a query and its parameters, as options, in; rows out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import screen, source

if TYPE_CHECKING:
    from kg.query import Asked, Parameter, Query


def _list(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    from kg.query import catalogue

    if wanted:
        queries = catalogue()
        width = max(len(query.name) for query in queries)
        click.echo("\n".join(f"{query.name:{width}}  {query.title}" for query in queries))
        ctx.exit()


class _Queries(click.Group):
    """One command a query, made when it is asked for; the query's parameters are its options."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        from kg.query import catalogue

        return [query.name for query in catalogue()]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command:
        from kg.query.catalogue import find

        return _command(find(cmd_name), cmd_name)


@click.command(
    cls=_Queries, short_help="Ask a question of a graph.", no_args_is_help=True, subcommand_metavar="NAME|FILE.rq ..."
)
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list,
    help="Name every query with its title, a line each.",
)
def query() -> None:
    """Ask a question of a graph: one of the queries below, or the SPARQL query in FILE.rq.

    `kg query NAME --help` says what a query takes.
    """


def _command(query: "Query", name: str) -> click.Command:
    @source
    @click.option(
        "--format",
        default="table",
        show_default=True,
        metavar="FORMAT",
        help="table, csv, json, tsv or markdown.",
    )
    @click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint instead.")
    def answer(source: Path, format: str, endpoint: str | None, **given: str | None) -> None:
        from kg.query import render, run

        rows = run(_asked(source, endpoint), name, {key: value for key, value in given.items() if value is not None})
        click.echo(render(rows, format, screen()), nl=False)
        for note in rows.notes or (() if len(rows) else ("no rows",)):
            click.echo(note, err=True)

    command = click.command(name, short_help=query.title, help=f"{query.title}.\n\n{query.purpose}")(answer)
    command.params[:0] = [_option(parameter) for parameter in query.parameters]
    return command


def _asked(source: Path, endpoint: str | None) -> "Asked":
    if endpoint:
        from kg.query.endpoint import Endpoint

        return Endpoint(endpoint)
    from kg.store import open_graph

    return open_graph(source)


def _option(parameter: "Parameter") -> click.Option:
    """The default is shown only: the query room applies it."""
    return click.Option(
        [f"--{parameter.name.replace('_', '-')}", parameter.name],
        metavar=parameter.type.upper(),
        help=parameter.about,
        show_default=parameter.default or False,
    )
