"""URLs as places to read from, with fsspec's file system in memory in the part of an object store."""

import gzip
import json
from collections.abc import Iterator

import fsspec
import pytest

from kg.errors import ConfigurationError, UsageError
from kg.model import Document, Skipped
from kg.read import read

TEXT = "The ferry film is slow, and that is the best thing about it."


@pytest.fixture
def bucket() -> Iterator[str]:
    store = fsspec.filesystem("memory")
    store.pipe("/bucket/b.txt", TEXT.encode())
    store.pipe("/bucket/deep/a.txt", f"{TEXT} So it is.".encode())
    rows = (json.dumps({"id": f"r{n}", "text": f"{TEXT} Take {n}."}) for n in range(3))
    store.pipe("/bucket/rows/part-0.jsonl.gz", gzip.compress("\n".join(rows).encode()))
    store.pipe("/bucket/cover.png", b"\x89PNG")
    yield "memory://bucket"
    store.rm("/bucket", recursive=True)


def ids(*urls: str) -> list[str]:
    return [item.id for item in read(urls) if isinstance(item, Document)]


def test_a_folder_is_read_to_its_depths_and_passes_over_other_kinds_of_files(bucket: str) -> None:
    assert ids(bucket) == ["b.txt", "deep/a.txt", "r0", "r1", "r2"]


def test_a_pattern_a_file_and_a_file_named_twice(bucket: str) -> None:
    assert ids(f"{bucket}/**/*.txt") == ["b.txt", "deep/a.txt"]
    assert ids(f"{bucket}/deep/*") == ["a.txt"]
    assert ids(f"{bucket}/b.txt", f"{bucket}/*.txt") == ["b.txt"]


def test_a_document_says_where_it_comes_from(bucket: str) -> None:
    (document,) = read([f"{bucket}/b.txt"])
    assert isinstance(document, Document)
    assert document.path == "memory:///bucket/b.txt"
    assert document.text == TEXT


def test_what_is_not_there_is_a_usage_error(bucket: str) -> None:
    with pytest.raises(UsageError, match="memory://bucket/none: nothing is there"):
        list(read([f"{bucket}/none"]))
    with pytest.raises(UsageError, match="no file matches"):
        list(read([f"{bucket}/*.md"]))
    with pytest.raises(UsageError, match="gopher://x: Protocol not known"):
        list(read(["gopher://x"]))


def test_a_protocol_whose_library_is_missing_names_it() -> None:
    with pytest.raises(ConfigurationError, match=r"abfs://box/a.txt: .*adlfs"):
        list(read(["abfs://box/a.txt"]))


def test_a_file_that_vanishes_is_skipped_and_the_rest_goes_on(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = fsspec.filesystem("memory")
    whole = type(store)._open

    def vanishing(self: object, path: str, *args: object, **kwargs: object) -> object:
        if path.endswith("/b.txt"):
            raise FileNotFoundError(2, "No such file or directory", path)
        return whole(self, path, *args, **kwargs)

    monkeypatch.setattr(type(store), "_open", vanishing)
    found = list(read([f"{bucket}/*.txt", f"{bucket}/deep"]))
    assert [type(item) for item in found] == [Document, Skipped]
