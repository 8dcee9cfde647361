"""Sorted files that are changed in places: the same as sorting all anew."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import SortedFile
from kg.export.patching import patched

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


def test_pieces_take_the_place_of_those_of_their_key() -> None:
    old = [(b"b", b"B"), (b"d", b"D"), (b"e", b"E"), (b"f", b"F")]
    fresh = {b"a": b"1", b"d": b"2", b"g": b"3"}
    assert list(patched(old, fresh, {b"e"})) == [b"1", b"B", b"2", b"F", b"3"]
