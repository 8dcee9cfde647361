"""Which files are found, and the ids their documents get."""

import io
import os
import re
import sys
import threading
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.model import Document, Skipped
from kg.read import read

TEXT = "The ferry film is slow, and that is the best thing about it."


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ids(*arguments: object) -> list[str]:
    return [d.id for d in read([str(a) for a in arguments]) if isinstance(d, Document)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "deep/er/c.txt", "deep/a.txt"):
        write(tmp_path / name, f"{TEXT} This is the page {name}.")
    return tmp_path


def test_folder_is_read_to_its_depths_in_the_order_of_the_ids(folder: Path) -> None:
    assert ids(folder) == ["a.md", "b.txt", "deep/a.txt", "deep/er/c.txt"]


def test_a_file_is_known_by_its_name_alone(folder: Path) -> None:
    (document,) = read([str(folder / "deep" / "er" / "c.txt")])
    assert isinstance(document, Document)
    assert (document.id, document.path) == ("c.txt", str(folder / "deep/er/c.txt"))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.txt", ["b.txt", "deep/a.txt", "deep/er/c.txt"]),
        ("deep/*", ["a.txt", "er/c.txt"]),
        ("[ab].*", ["a.md", "b.txt"]),
    ],
)
def test_pattern_gives_ids_relative_to_its_fixed_part(folder: Path, pattern: str, expected: list[str]) -> None:
    assert ids(folder / pattern) == expected


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    write(folder / "[ab].txt")
    assert ids(folder / "[ab].txt") == ["[ab].txt"]


def test_the_order_of_arguments_changes_nothing(folder: Path) -> None:
    assert ids(folder / "deep", folder / "b.txt") == ids(folder / "b.txt", folder / "deep")


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert ids(folder, folder / "b.txt", f"{folder}/*.txt") == ids(folder)


def test_hidden_files_and_folders_are_passed_over_in_silence(folder: Path) -> None:
    write(folder / ".git" / "x.txt")
    write(folder / ".hidden.txt")
    assert len(list(read([str(folder)]))) == 4


def test_other_kinds_of_files_in_a_folder_are_passed_over(folder: Path) -> None:
    write(folder / "poster.png")
    assert len(list(read([str(folder)]))) == 4


def test_a_folder_of_other_kinds_of_files_is_a_usage_error(tmp_path: Path) -> None:
    write(tmp_path / "poster.png")
    with pytest.raises(UsageError, match=r"\.html, \.jsonl, \.md, .*\.txt"):
        read([str(tmp_path)])


def test_a_named_file_without_a_known_suffix_is_known_by_its_bytes(folder: Path) -> None:
    assert ids(write(folder / "README")) == ["README"]
    rows = write(folder / "rows", f'{{"id": "r1", "text": "{TEXT}"}}\n')
    assert ids(rows) == ["r1"]
    (skipped,) = read([str(write(folder / "page.page", "<!ELEMENT p (#PCDATA)>" + TEXT))])
    assert isinstance(skipped, Skipped)


@pytest.mark.parametrize("name", ["missing.txt", "no/where", "*.pdf", "empty"])
def test_what_matches_nothing_is_a_usage_error_before_anything_is_read(folder: Path, name: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(UsageError, match=re.escape(str(folder / name)) + ": (no|the folder holds no) "):
        read([str(folder / "b.txt"), str(folder / name)])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), ["stdin"]),
        (f'{{"id": "x", "text": "{TEXT}"}}\n{{"id": "y", "text": "{TEXT}"}}\n'.encode(), ["x", "y"]),
    ],
)
def test_standard_input_holds_a_text_or_json_lines(
    monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert ids("-") == expected


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT,))
    writer.start()
    assert ids(pipe) == ["pipe"]
    writer.join()


def test_a_pipe_in_a_folder_does_not_hang(folder: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(folder / "pipe.txt")
    assert len(ids(folder)) == 4


def test_a_broken_link_is_skipped_with_its_reason(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (skipped,) = [s for s in read([str(folder)]) if isinstance(s, Skipped)]
    assert skipped == Skipped(str(folder / "gone.txt"), "cannot be read: No such file or directory")


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_files_and_folders_without_permission_are_skipped(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    (folder / "deep").chmod(0)
    skipped = [s for s in read([str(folder)]) if isinstance(s, Skipped)]
    (folder / "deep").chmod(0o700)
    assert [(s.path, s.reason) for s in skipped] == [
        (str(folder / "b.txt"), "cannot be read: Permission denied"),
        (str(folder / "deep"), "cannot be read: Permission denied"),
    ]


def test_a_file_name_that_is_no_utf8_can_be_written_out(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system wants UTF-8")
    (identifier,) = ids(tmp_path)
    assert identifier.encode("utf-8").decode() == "caf\ufffd.txt"
