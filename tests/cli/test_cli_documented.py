"""Every command, option and format is described in docs/cli.md, and every exit code in the README."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg.cli import kg
from kg.export import EXPORTERS
from kg.query import FORMATS

ROOT = Path(__file__).parents[2]
SECTIONS = dict(re.findall(r"^## (kg.*)\n((?:(?!^## ).*\n)*)", (ROOT / "docs/cli.md").read_text(), re.MULTILINE))


def options() -> Iterator[tuple[str, str]]:
    for name, command in {"kg": kg, **{f"kg {n}": c for n, c in kg.commands.items()}}.items():
        for option in (p for p in command.params if isinstance(p, click.Option)):
            yield from ((name, text) for text in (*option.opts, *option.secondary_opts))


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert sorted(SECTIONS) == sorted(["kg", *(f"kg {name}" for name in kg.commands)])


@pytest.mark.parametrize(("command", "option"), sorted(set(options())))
def test_every_option_is_described_with_its_command(command: str, option: str) -> None:
    assert re.search(rf"`{option}[ `]", SECTIONS[command])


def test_every_format_is_described() -> None:
    assert all(f"`{e.name}` | `{e.suffix}`" in SECTIONS["kg export"] for e in EXPORTERS)
    assert all(f"`{f.name}`" in SECTIONS["kg query"] for f in FORMATS)


def test_the_help_names_every_format() -> None:
    for command, formats in (("export", EXPORTERS), ("query", FORMATS)):
        text = (ROOT / f"kg/cli/{command}.py").read_text()
        assert all(re.search(rf"\b{f.name}\b", text) for f in formats)
