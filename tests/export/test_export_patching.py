"""Sorted files that are changed in places: the same as sorting all anew."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import SortedFile
from kg.export.patching import Pieces

lines = st.sets(st.text("ab:é ", min_size=1, max_size=40).map(lambda text: text.encode() + b"\n"), max_size=60)


@settings(max_examples=200)
@given(lines.filter(bool), lines, st.integers(0, 3))
def test_a_patched_file_is_the_sorted_one(
    tmp_path_factory: pytest.TempPathFactory, old: set[bytes], come: set[bytes], every: int
) -> None:
    gone = {line for number, line in enumerate(sorted(old)) if number % 4 < every}
    path, out = tmp_path_factory.mktemp("sorted") / "lines", BytesIO()
    path.write_bytes(b"".join(sorted(old)))
    with SortedFile(path) as file:
        file.patch(gone - come, come - old, out)
        assert list(file.starting(b"ab")) == [line for line in sorted(old) if line.startswith(b"ab")]
    assert out.getvalue() == b"".join(sorted(old - gone | come))


def test_a_place_is_found_from_any_place_before_it(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"".join(f"{number:05} {'x' * (number % 900)}\n".encode() for number in range(3000)))
    with SortedFile(path) as file:
        for number in (0, 1, 17, 1500, 2998, 2999):
            [line] = file.starting(f"{number:05}".encode())
            assert line == f"{number:05} {'x' * (number % 900)}\n".encode()
        assert list(file.starting(b"03000")) == []


def _first(content: bytes, start: int) -> bytes:
    return content[start : content.index(b" ", start)]


keys = st.sets(st.text("abc", min_size=1, max_size=3).map(str.encode), max_size=20)


@settings(max_examples=200)
@given(keys, keys, keys, st.integers(1, 30))
def test_pieces_take_the_place_of_those_of_their_keys(
    old: set[bytes], new: set[bytes], gone: set[bytes], long: int
) -> None:
    before = {key: key + b" " + b"x" * (long * len(key)) for key in sorted(old)}
    fresh = {key: key + b" y" for key in new}
    content = b"head" + b"--".join(before.values()) + b"tail"
    pieces = Pieces(content, 4, len(content) - 4, b"--", _first)
    assert list(pieces) == list(before.items())
    after = {key: piece for key, piece in before.items() if key not in gone} | fresh
    assert b"--".join(pieces.patched(fresh, gone)) == b"--".join(after[key] for key in sorted(after))
