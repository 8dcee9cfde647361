"""`kg site`: the folder of a build in, a static web site out."""

from pathlib import Path

import click

from kg.cli.options import DEFAULT_OUT, FILE, images, with_ratings
from kg.errors import ConfigurationError


@click.command(short_help="Write a web site about everything in a graph.")
@click.argument("source", type=FILE, default=DEFAULT_OUT, metavar="[OUT]")
@click.option(
    "--directory",
    "-o",
    "target",
    type=FILE,
    default="kg-site",
    show_default=True,
    metavar="DIR",
    help="Folder for the site.",
)
@click.option("--url", default="", metavar="URL", help="Where it will stand; what the IRIs begin with unless given.")
@click.option("--title", default="Film graph", show_default=True, help="Its name.")
@click.option("--license", "licence", default="", metavar="URL", help="Licence of the data.")
@click.option("--endpoint", default="", metavar="URL", help="SPARQL endpoint of the data.")
@with_ratings
@images
def site(
    source: Path,
    target: Path,
    url: str,
    title: str,
    licence: str,
    endpoint: str,
    ratings: bool,
    images: Path | None,
) -> None:
    """Write a static site: a page for every film, person, character, organization, country and document.

    Facts show the sentence behind them; each page carries its JSON-LD. It needs no server and fetches nothing.
    """
    try:
        from kg.web.site import SiteOptions, write_site
    except ModuleNotFoundError as error:
        raise ConfigurationError(f"{error.name} is missing; sites need it: pip install 'kg[web]'") from error
    options = SiteOptions(_folder(url), title, licence, endpoint, ratings, images)
    click.echo(f"{target}: {write_site(source, target, options):,} pages")


def _folder(url: str) -> str:
    return url if not url or url.endswith("/") else f"{url}/"
