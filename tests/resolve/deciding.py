"""Files of decisions for tests: entries as TOML, each by Ada."""

import random
from pathlib import Path

from kg.model import Decisions
from kg.resolve import read_decisions
from kg.vocab import BaseIri


def entry(verb: str, *things: str, **more: str) -> str:
    said = {"who": "Ada Quist", "when": "2024-05-02", "why": "She looked.", **more}
    about = f"things = {list(things)}" if verb in ("same", "different") else f'thing = "{things[0]}"'
    return "\n".join([f"[[{verb}]]", about, *(f'{name} = "{value}"' for name, value in said.items())]) + "\n"


def decided(folder: Path, base: BaseIri, *entries: str, shuffled: int | None = None) -> Decisions:
    """The decisions of a file with these entries, in their order or another."""
    lines = list(entries)
    if shuffled is not None:
        random.Random(shuffled).shuffle(lines)
    file = folder / "decisions.toml"
    file.write_text("# Looked through in May.\n\n" + "\n".join(lines), encoding="utf-8")
    return read_decisions(file, base)
