"""Parquet tables of texts."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from kg.model import Document, Skipped
from kg.read import read

TEXT = "The ferry film is slow, and that is the best thing about it."


def table(path: Path, **columns: list[object]) -> Path:
    parquet.write_table(pa.table(columns), path)
    return path


@pytest.mark.parametrize("name", ["texts.parquet", "texts"])
def test_a_row_is_a_document(tmp_path: Path, name: str) -> None:
    path = table(
        tmp_path / name,
        id=["a", "b"],
        text=[TEXT, f"{TEXT} Twice."],
        url=["https://a.example/1", None],
        likes=[1, 2],
    )
    first, second = read([str(path)])
    assert first == Document("a", TEXT, None, "https://a.example/1", f"{path}:1")
    assert second == Document("b", f"{TEXT} Twice.", None, None, f"{path}:2")


def test_many_rows_keep_their_numbers(tmp_path: Path) -> None:
    path = table(tmp_path / "t.parquet", id=list(range(1000)), text=[f"{TEXT} Take {n}." for n in range(1000)])
    documents = [d for d in read([str(path)]) if isinstance(d, Document)]
    assert len(documents) == 1000
    assert {d.path.rpartition(":")[2] for d in documents if d.id == "777"} == {"778"}


def test_a_table_without_the_columns_says_which_it_lacks(tmp_path: Path) -> None:
    path = table(tmp_path / "t.parquet", name=["x"], text=[TEXT])
    assert list(read([str(path)])) == [Skipped(f"{path}:1", 'the row lacks "id"')]


def test_a_damaged_file_is_skipped_with_the_reason(tmp_path: Path) -> None:
    path = table(tmp_path / "t.parquet", id=["a"], text=[TEXT])
    path.write_bytes(path.read_bytes()[:-20])
    (skipped,) = read([str(path)])
    assert isinstance(skipped, Skipped)
    assert "cannot be read as Parquet" in skipped.reason
