"""Two documents never share an id, and which is which does not depend on the order they come in."""

import json
from itertools import permutations
from pathlib import Path

from kg.model import Document, Skipped
from kg.read import read

LONG, SHORT = "The film is long, and it has every right to be.", "The film is short and good."


def test_documents_of_one_id_are_told_apart_by_their_content(tmp_path: Path) -> None:
    for folder, text in (("x", LONG), ("y", SHORT)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(text)
    arguments = [str(tmp_path / "x"), str(tmp_path / "y")]
    found = [{d.id: d.text for d in read(a) if isinstance(d, Document)} for a in permutations(arguments)]
    assert found[0] == found[1]
    assert sorted(found[0].values()) == [LONG, SHORT]
    assert all(i == f"page.txt~{Document('-', text).sha256[:8]}" for i, text in found[0].items())


def test_rows_get_the_same_ids_in_every_order(tmp_path: Path) -> None:
    rows = [("a", LONG), ("a", SHORT), ("b", LONG), ("a", LONG), ("b", LONG), ("c", SHORT)]
    path = tmp_path / "rows.jsonl"
    results = set()
    for order in (rows, rows[::-1], sorted(rows)):
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in order))
        results.add(frozenset((d.id, d.text) for d in read([str(path)]) if isinstance(d, Document)))
    (result,) = results
    assert {i.partition("~")[0] for i, _ in result} == {"a", "b", "c"}
    assert sorted(i for i, _ in result if "~" not in i) == ["b", "c"]
    assert len(result) == 4


def test_a_copy_is_skipped_and_says_of_what(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text((json.dumps({"id": "a", "text": LONG}) + "\n") * 2)
    document, copy = read([str(path)])
    assert isinstance(document, Document)
    assert copy == Skipped(f"{path}:2", f"a copy of {path}:1: same id 'a', same text")


def test_the_same_text_under_two_ids_is_two_documents(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(LONG)
    assert [d.id for d in read([str(tmp_path)]) if isinstance(d, Document)] == ["one.txt", "two.txt"]
