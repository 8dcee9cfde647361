"""A model's name in; the version of all that decides what a document is found to state out: rules, words, model."""

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Final

_ROOMS: Final = ("model", "lexis", "vocab", "read", "segment", "annotate", "extract")
_KINDS: Final = (".py", ".toml")


@cache
def rules_version(model: str | None) -> str:
    """A hash; documents that were read under another one are read again."""
    digest = sha256(json.dumps([model, _model_version(model)]).encode())
    root = Path(str(files("kg")))
    for path in _sources(root):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()} {len(content)} ".encode() + content)
    return digest.hexdigest()[:32]


def _sources(root: Path) -> Iterator[Path]:
    for room in _ROOMS:
        yield from sorted(path for path in (root / room).rglob("*") if path.suffix in _KINDS)


def _model_version(model: str | None) -> list[str]:
    """Versions of spaCy and of the model, a package or a folder with a meta.json; nothing where there is no model."""
    if model is None:
        return []
    described = Path(model) / "meta.json"
    if described.is_file():
        return [metadata.version("spacy"), sha256(described.read_bytes()).hexdigest()]
    try:
        return [metadata.version("spacy"), metadata.version(model)]
    except (metadata.PackageNotFoundError, ValueError):
        return [metadata.version("spacy")]  # whoever loads it will say that it is missing
