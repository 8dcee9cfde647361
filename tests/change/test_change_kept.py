"""What a build keeps saves work, and changes nothing: neither when it is lost, nor when it is not what it was."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from filming import RULES, cold, content, keeping, known, write

from kg.export import PARTS
from kg.pipeline import add, build
from kg.pipeline.kept import Kept
from kg.pipeline.parts import shuffle

TEXTS = {
    f"{n}.txt": f"Pale Harbour {n} is a {1930 + n} Irish film directed by Nora Kilbride and starring Tom Ashe."
    for n in range(6)
}
OUT = Path("out")
NEW = ["texts/5.txt"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    write(Path("texts"), TEXTS)
    with keeping(True):
        build([f"texts/{n}.txt" for n in range(5)], OUT, RULES)
        yield


def spoken() -> list[str]:
    """The documents whose statements are put to their parts while the last text is added."""
    heard: list[str] = []

    def said_by(extraction, identity):
        heard.append(extraction.document.id)
        return original(extraction, identity)

    original = shuffle.said_by
    with patch.object(shuffle, "said_by", said_by):
        add(OUT, NEW, RULES)
    return heard


def test_only_what_is_new_is_done() -> None:
    assert spoken() == ["5.txt"]
    assert content(OUT) == cold(["texts"], Path("anew"))
    assert known(OUT) == known(Path("anew"))


def _without_a_part() -> None:
    (OUT / PARTS / "part-0.db").unlink()


def _cut() -> None:
    about = OUT / PARTS / "about"
    about.write_bytes(about.read_bytes()[:-9])


def _touched() -> None:
    with (OUT / "graph.nq").open("a", encoding="utf-8") as graph:
        graph.write("<x:a> <x:b> <x:c> .\n")


@pytest.mark.parametrize("damage", [_without_a_part, _cut, _touched, lambda: shutil.rmtree(OUT / PARTS)])
def test_what_is_damaged_is_made_anew(damage: Callable[[], None]) -> None:
    damage()
    assert spoken() == sorted(TEXTS)
    assert content(OUT) == cold(["texts"], Path("anew"))


@pytest.mark.parametrize("name", ["program_version", "how"])
def test_another_program_and_other_options_do_everything_anew(name: str) -> None:
    assert Kept.read(OUT, RULES)
    with patch(f"kg.pipeline.kept.{name}", lambda *_: "other"):
        assert Kept.read(OUT, RULES) is None


def test_an_engine_takes_over_where_a_build_has_grown() -> None:
    whole = build(["texts"], Path("whole"), RULES)
    with patch("kg.validate.engines.LARGE", whole.facts - 1):
        assert add(OUT, NEW, RULES).added == ("5.txt",)
        assert content(OUT) == cold(["texts"], Path("anew"))
        assert known(OUT) == known(Path("anew"))


def test_small_builds_keep_nothing() -> None:
    with keeping(False):
        build(["texts"], Path("small"), RULES)
    assert not (Path("small") / PARTS).exists()
