"""`kg serve`: a build's folder in; its graph over HTTP out."""

import logging
import sys
from pathlib import Path

import click

from kg.cli.options import DEFAULT_OUT, FILE
from kg.errors import ConfigurationError


@click.command(short_help="Serve a graph over HTTP.")
@click.argument("out", type=FILE, default=DEFAULT_OUT, metavar="[OUT]")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8420,
    show_default=True,
    metavar="N",
    help="Port; 0 is any free one.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1),
    default=10,
    show_default=True,
    metavar="SECONDS",
    help="Time that a query may take before it is stopped.",
)
@click.option(
    "--memory",
    type=click.IntRange(64),
    default=512,
    show_default=True,
    metavar="MB",
    help="Memory that a query may need before it is stopped.",
)
@click.option("--workers", type=click.IntRange(1), default=3, show_default=True, metavar="N", help="Queries at once.")
@click.option(
    "--connections", type=click.IntRange(1), default=512, show_default=True, metavar="N", help="Connections at once."
)
@click.option("--quiet", "-q", is_flag=True, help="No access log.")
def serve(
    out: Path, host: str, port: int, timeout: float, memory: int, workers: int, connections: int, quiet: bool
) -> None:
    """Serve the graph of a build until Ctrl-C: SPARQL, the canned queries, and every thing by its IRI.

    A build into the same folder is taken up as soon as it is there; no request fails meanwhile.
    """
    try:
        from kg import serve as room
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"{error.name} is missing; install what serving needs: pip install 'kg[serve]'"
        ) from error
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.WARNING)
    logging.getLogger("kg.serve").setLevel(logging.INFO)
    logging.getLogger("kg.access").setLevel(logging.WARNING if quiet else logging.INFO)
    settings = room.Settings(timeout=timeout, memory=memory << 20, workers=workers, connections=connections)
    room.serve(out, host, port, settings)
