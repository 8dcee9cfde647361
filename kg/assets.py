"""Finds ontology/, shapes/ and queries/: beside the package in a checkout, inside it in an installed wheel."""

from importlib.resources import files
from pathlib import Path

from kg.errors import ConfigurationError

_PACKAGE = Path(str(files("kg")))


def folder(name: str) -> Path:
    """Path of the asset folder `name` ("ontology", "shapes" or "queries")."""
    for place in (_PACKAGE / "_assets" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise ConfigurationError(f"the folder {name}/ is neither in {_PACKAGE} nor beside it; reinstall kg")
