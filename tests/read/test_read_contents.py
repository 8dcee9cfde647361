"""What becomes of the bytes: encodings, line ends, JSON lines, and what is skipped with which reason."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import Document, Skipped
from kg.read import read

TEXT = "Renée plays the café owner – “a quiet soul” – and it’s her film.\r\nThe rest is mist.\n"


def one(path: Path, data: bytes) -> Document | Skipped:
    path.write_bytes(data)
    (result,) = read([str(path)])
    return result


def reason(path: Path, data: bytes) -> str:
    result = one(path, data)
    assert isinstance(result, Skipped)
    assert result.path.startswith(str(path))
    return result.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "mac_roman"])
def test_every_encoding_gives_the_text_with_its_line_ends(tmp_path: Path, encoding: str) -> None:
    document = one(tmp_path / "page.txt", TEXT.encode(encoding))
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_one_damaged_character_does_not_change_the_encoding_of_the_rest(tmp_path: Path) -> None:
    document = one(tmp_path / "page.txt", TEXT.encode().replace(b"\xe2\x80\x99", b"\xe2\x80", 1))
    assert isinstance(document, Document)
    assert document.text == TEXT.replace("’", "\ufffd")


def test_markdown_is_said_to_be_markdown(tmp_path: Path) -> None:
    document = one(tmp_path / "page.md", TEXT.encode())
    assert isinstance(document, Document)
    assert document.media_type == "text/markdown"


def test_packed_text_is_unpacked(tmp_path: Path) -> None:
    document = one(tmp_path / "page.txt.gz", gzip.compress(TEXT.encode()))
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("page.txt.gz", TEXT)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (" \r\n\t\ufeff\u00a0".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        (b"The film\0 is good and the cast is fine.", "binary"),
        (gzip.compress(TEXT.encode() * 9, mtime=0)[:-30], "cannot be read"),
        ("Der Film erzählt, wie eine Lotsin nach Jahren in ihr Dorf zurückkehrt.".encode(), "not English"),
    ],
)
def test_what_cannot_be_used_is_skipped_with_its_reason(tmp_path: Path, data: bytes, word: str) -> None:
    assert word in reason(tmp_path / "page.txt", data)


def row(**values: object) -> str:
    return json.dumps({"id": "r", "text": "The film is quiet and the sea is not."} | values)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("{", "not JSON"),
        ("[1, 2]", "not a list"),
        ("null", "not null"),
        ('{"text": "The film."}', 'lacks "id"'),
        ("{}", 'lacks "id" and "text"'),
        (row(text=""), 'lacks "text"'),
        (row(text=["a"]), '"text" is a string, not a list'),
        (row(id=True), '"id" is a string, not true or false'),
        (row(title=3), '"title" is a string, not a number'),
        (row(text="half \ud83d of one"), "surrogate"),
        (row(text="  "), "empty"),
        (row(text="nul \0"), "binary"),
        ("[" * 100_000, "JSON"),
        ('{"id": ' + "9" * 5000 + "}", "JSON"),
        (row(text="De film gaat over een loods die na jaren naar haar dorp terugkeert."), "not English"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_the_rest_goes_on(tmp_path: Path, line: str, word: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f"{row(id='a')}\n\n{line}\n{row(id='b')}\n", encoding="utf-8")
    first, skipped, last = read([str(path)])
    assert isinstance(first, Document) and isinstance(last, Document)
    assert (first.id, last.id, last.path) == ("a", "b", f"{path}:4")
    assert isinstance(skipped, Skipped)
    assert skipped.path == f"{path}:3"
    assert word in skipped.reason


def test_bytes_of_a_row_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    assert "byte 10 of the line" in reason(tmp_path / "rows.jsonl", b'{"id": "r\xe9"}')


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_rows_keep_their_title_url_and_number(tmp_path: Path, pack: type[bytes]) -> None:
    lines = "\ufeff" + row(id=7, title="Mist", url="https://example.org/mist", other=1) + "\r\n"
    document = one(tmp_path / "rows.jsonl.gz", pack(lines.encode()))
    assert document == Document(
        "7",
        "The film is quiet and the sea is not.",
        "Mist",
        "https://example.org/mist",
        f"{tmp_path}/rows.jsonl.gz:1",
    )


def test_rows_before_damaged_gzip_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(
        gzip.compress("\n".join(row(id=str(i), title="t" * i) for i in range(500)).encode(), mtime=0)[:-200]
    )
    *documents, last = read([str(path)])
    assert documents and all(isinstance(d, Document) for d in documents)
    assert isinstance(last, Skipped)
    assert f"after line {len(documents)}" in last.reason


def test_rows_are_read_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(row(id=str(i)) + "\n" for i in range(50)))
    parsed: list[str] = []
    loads = json.loads

    def counted(line: str) -> object:
        parsed.append(line)
        return loads(line)

    monkeypatch.setattr(json, "loads", counted)
    documents: Iterator[Document | Skipped] = read([str(path)])
    next(documents)
    assert len(parsed) == 50 + 1  # the first look at all ids, and one row
