"""Texts about films in, validated schema.org linked data out."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import FilmGraph

__all__ = ["open"]


def open(path: "str | Path") -> "FilmGraph":
    """The graph of a build's folder, or of an RDF file, for programs. InputError when there is none."""
    from kg.api import FilmGraph  # `kg --help` must not pay for the engine

    return FilmGraph(path)
