"""Whatever is added, edited and removed, in whatever order: a build is what its documents give when built anew."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filming import RULES, cold, content, keeping, known, texts, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.pipeline import Options, add, build, remove

SEEDS = Path(__file__).parents[2] / "seeds"
ANCHOR = "Low Water is a 1960 Irish drama film directed by Tom Ashe."
NAMES = ("a.txt", "b.md", "c.txt", "d.txt")

changes = st.lists(st.tuples(st.sampled_from(NAMES), st.one_of(texts, texts, st.none())), min_size=1, max_size=7)


@contextmanager
def elsewhere() -> Iterator[None]:
    """A folder of its own to work in."""
    before, folder = Path.cwd(), tempfile.mkdtemp()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        shutil.rmtree(folder)


def change(name: str, text: str | None) -> None:
    """Write or delete a file, and tell the build so."""
    file = Path("texts", name)
    if text is not None:
        write(Path("texts"), {name: text})
        add(Path("out"), [str(file)], RULES)
    elif file.exists():
        file.unlink()
        remove(Path("out"), [name], RULES)


def run(first: dict[str, str], sequence: list[tuple[str, str | None]], keep: bool) -> None:
    with elsewhere(), keeping(keep):
        write(Path("texts"), {"0.txt": ANCHOR, **first})
        build(["texts"], Path("out"), RULES)
        for name, text in sequence:
            change(name, text)
        changed, anew = content(Path("out")), cold(["texts"], Path("anew"))
        assert changed == anew
        assert known(Path("out")) == known(Path("anew"))
        assert Path("out/parts").exists() == keep
        build(["texts"], Path("out"), RULES)
        assert content(Path("out")) == anew


sequences = given(st.dictionaries(st.sampled_from(NAMES), texts, max_size=3), changes)
calm = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=12, derandomize=True)


both = pytest.mark.parametrize("keep", [False, True])


@both
@calm
@sequences
def test_any_sequence_of_changes_is_the_cold_build(
    keep: bool, first: dict[str, str], sequence: list[tuple[str, str | None]]
) -> None:
    run(first, sequence, keep)


@pytest.mark.full
@both
@settings(calm, max_examples=300, derandomize=False)
@sequences
def test_hundreds_of_sequences_are_the_cold_build(
    keep: bool, first: dict[str, str], sequence: list[tuple[str, str | None]]
) -> None:
    run(first, sequence, keep)


def through_the_seeds(order: list[str], cut: int, links: bool) -> None:
    """Build the first pages, add the others, take the first ones out again."""
    with elsewhere(), keeping(True):
        shutil.copytree(SEEDS, "texts")
        options = Options(model=None, links=Path("texts/links.csv")) if links else RULES
        build([f"texts/{name}" for name in order[:cut]], Path("out"), options)
        for names in filter(None, (order[cut:][:1], order[cut:][1:])):
            add(Path("out"), [f"texts/{name}" for name in names], RULES)
        remove(Path("out"), order[: cut // 2], RULES)
        assert content(Path("out")) == cold([f"texts/{name}" for name in order[cut // 2 :]], Path("anew"), options)


pages = st.permutations(sorted(path.name for path in SEEDS.glob("*.txt")))


linked = pytest.mark.parametrize("links", [False, True])


@linked
@settings(calm, max_examples=1)
@given(pages, st.integers(8, 14))
def test_pages_come_and_go(links: bool, order: list[str], cut: int) -> None:
    through_the_seeds(order, cut, links)


@pytest.mark.full
@linked
@settings(calm, max_examples=30, derandomize=False)
@given(pages, st.integers(1, 16))
def test_pages_come_and_go_in_every_order(links: bool, order: list[str], cut: int) -> None:
    through_the_seeds(order, cut, links)
