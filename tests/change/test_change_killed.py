"""A change killed at any moment leaves the old build or the new one; two at once are told apart."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from filming import RULES, cold, content, keeping, known, write

from kg.errors import OutputError
from kg.export import build_folder
from kg.model import Document
from kg.pipeline import add, build, remove
from kg.pipeline.runners import Lost
from kg.pipeline.runners.here import Here

T = TypeVar("T")
R = TypeVar("R")

# Imports once, then forks for each job: starting Python anew would take longer than the build.
FORGE = """
import json, os, sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from kg.pipeline import Options, add, basis, build, remove

basis.SMALL, basis._MUCH = 0, 1  # keep what is known of the smallest build, and go on with it
out, rules, jobs = Path("out"), Options(model=None), {"add": add, "remove": remove}
for line in sys.stdin:
    verb, names = json.loads(line)
    if not (child := os.fork()):
        build(names, out, rules) if verb == "build" else jobs[verb](out, names, rules)
        os._exit(0)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""
TEXTS = {
    f"{n}.txt": f"Pale Harbour {n} is a {1930 + n} Irish film directed by Nora Kilbride and starring Tom Ashe."
    for n in range(3)
}
JOBS = {
    False: [("add", ["texts/2.txt"]), ("build", ["texts"])],
    True: [("remove", ["2.txt"]), ("build", ["texts/0.txt", "texts/1.txt"])],
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    write(Path("texts"), TEXTS)
    with keeping(True):
        yield


def kill_changes(times: int) -> set[tuple[bool, bool]]:
    """Change a build back and forth, killed each time; whether the third text was in before and after each change."""
    forge = subprocess.Popen([sys.executable, "-c", FORGE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert forge.stdin
    assert forge.stdout
    out, chance, seen, longest = Path("out"), random.Random(11), set(), 0.1
    states = {True: cold(["texts"], Path("whole")), False: cold(JOBS[True][1][1], out)}
    state = False
    for _ in range(times):
        print(json.dumps(chance.choice(JOBS[state])), file=forge.stdin, flush=True)
        start, child = time.monotonic(), int(forge.stdout.readline())
        time.sleep(chance.random() * longest)
        with_luck = chance.random() < 0.2  # let it end now and then, to know how long it takes
        if not with_luck:
            with suppress(ProcessLookupError):  # it was faster
                os.kill(child, signal.SIGKILL)
        assert forge.stdout.readline() == "ended\n"
        longest = max(longest, 1.1 * (time.monotonic() - start)) if with_luck else longest
        found = content(out)
        assert found in states.values()
        seen.add((state, found == states[True]))
        state = found == states[True]
    forge.communicate()
    build(["texts"], out, RULES)
    assert content(out) == states[True]
    assert known(out) == known(Path("whole"))
    assert not [path for path in Path().iterdir() if path.name.startswith(".")]
    return seen


def test_a_killed_change_leaves_the_old_or_the_new_build() -> None:
    kill_changes(12)


@pytest.mark.full
def test_two_hundred_killed_changes_leave_the_old_or_the_new_build() -> None:
    assert kill_changes(200) == {(a, b) for a in (False, True) for b in (False, True)}


def test_a_second_change_of_one_build_is_told_to_wait() -> None:
    build(["texts"], Path("out"), RULES)
    before = content(Path("out"))
    with build_folder(Path("out")):
        for change in (lambda: add(Path("out"), ["texts/2.txt"], RULES), lambda: remove(Path("out"), ["2.txt"], RULES)):
            with pytest.raises(OutputError, match="out: another process is writing there; wait until it has ended"):
                change()
        with pytest.raises(OutputError, match="another process is writing there"):
            build(["texts"], Path("out"), RULES)
    assert content(Path("out")) == before


class Deadly(Here):
    """A runner whose workers do not survive one of the texts."""

    def map(self, task: Callable[[T], R], items: Iterable[T], at_once: int = 1) -> Iterator[R | Lost[T]]:
        for item in items:
            yield Lost(item) if isinstance(item, Document) and item.id == "1.txt" else task(item)


def test_a_text_that_killed_its_workers_is_tried_again() -> None:
    summary = build(["texts"], Path("out"), replace(RULES, runner=Deadly()))
    [skipped] = summary.skipped
    assert (skipped.path, summary.documents) == ("texts/1.txt", 2)
    assert add(Path("out"), ["texts/1.txt"], RULES).added == ("1.txt",)
    assert content(Path("out")) == cold(["texts"], Path("anew"))
