"""`kg load`: a graph and the address of a triple store in; the store with the graph in it out."""

from pathlib import Path

import click

from kg.cli.options import DEFAULT_OUT, FILE
from kg.cli.progress import progress
from kg.errors import ConfigurationError


@click.command(short_help="Load a graph into a triple store.")
@click.argument("source", type=FILE, default=DEFAULT_OUT, metavar="[OUT]")
@click.option("--to", "url", required=True, metavar="URL", help="Address of the store.")
@click.option("--store", "kind", default="sparql", show_default=True, metavar="KIND", help="What kind of store it is.")
@click.option("--replace", is_flag=True, help="Put each graph in the place of the one there, instead of adding to it.")
@click.option("--verify", is_flag=True, help="Compare what the store holds afterwards with what it was given.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
def load(source: Path, url: str, kind: str, replace: bool, verify: bool, dry_run: bool, quiet: bool) -> None:
    """Load every graph of OUT, the folder of a build or any RDF file, into the triple store at URL.

    KIND is oxigraph, fuseki, graphdb, virtuoso, stardog, blazegraph, qlever, neptune, or sparql for any other. Name and
    password come from KG_STORE_USER and KG_STORE_PASSWORD, a token from KG_STORE_TOKEN. A load that was cut short goes
    on where it was when it is given again.
    """
    try:
        from kg.store import loading, profiles
    except ModuleNotFoundError as error:
        raise ConfigurationError(f"{error.name} is missing; loading needs it: pip install 'kg[load]'") from error

    profile = profiles.profile(kind)
    with progress(quiet) as steps:
        done = loading.load(source, url, profile, replace=replace, verify=verify, dry_run=dry_run, steps=steps)
    what = f"{done.triples:,} triples in {done.graphs:,} graphs"
    if done.alike:
        what += f" (without {done.alike:,} whose values it cannot tell from others)"
    if dry_run:
        click.echo(f"{url}: would get {what}, in {done.requests:,} requests")
        return
    resumed = f", {done.resumed:,} of {done.requests:,} requests had been done before" if done.resumed else ""
    click.echo(f"{url}: {what}{resumed}{', verified' if done.verified else ''}")
