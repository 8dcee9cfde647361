"""The kinds of triple stores and their quirks: `stores.toml` in, a profile by name out."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Profile:
    """How one kind of store is spoken to; `stores.toml` says what the fields mean."""

    name: str
    about: str
    query: str
    update: str
    graphs: str | None = None
    graph: str = "graph"
    merged: str | None = None
    values: bool = False
    auth: str = "basic"
    batch: int = 10_000


@cache
def profiles() -> dict[str, Profile]:
    """Every kind of store by its name."""
    text = (Path(__file__).parent / "stores.toml").read_text(encoding="utf-8")
    return {name: Profile(name, **said) for name, said in tomllib.loads(text).items()}


def profile(name: str) -> Profile:
    """The kind of store with this name; UsageError with a suggestion when there is none."""
    if name not in profiles():
        raise UsageError.unknown("kind of store", name, profiles())
    return profiles()[name]
