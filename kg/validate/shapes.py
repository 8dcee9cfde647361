"""The name of a profile in, its shapes in Turtle out, as every engine gets them."""

from pathlib import Path

from kg import assets
from kg.errors import UsageError


def profiles() -> list[str]:
    """The names of the profiles, sets of shapes that only some graphs have to satisfy."""
    return sorted(path.stem for path in assets.folder("shapes").glob("profiles/*.ttl"))


def known(profile: str) -> str:
    """The profile; UsageError with a suggestion when there is none of this name ("" has the shapes for every graph)."""
    if profile and profile not in profiles():
        raise UsageError.unknown("profile", profile, profiles())
    return profile


def files(profile: str) -> list[Path]:
    """The files of a profile, or those for every graph."""
    return sorted(assets.folder("shapes").glob(f"profiles/{profile}.ttl" if profile else "*.ttl"))


def shapes_text(profile: str) -> str:
    """All of their text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in files(profile))
