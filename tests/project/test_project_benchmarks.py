"""The material of the benchmarks: copies that are other films, and that state what their models state."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.chart import as_table, draw
from benchmarks.material import documents, leads, pages, words
from benchmarks.measuring import in_turns
from benchmarks.mixing import claimed, copies, models, renamed
from kg.model import Document
from kg.pipeline.claims import unpack

FILMS = [
    Document(
        "a",
        "Pale Harbour is a 1951 Irish drama film directed by Nora Kilbride and starring Tom Ashe as Father Dunne.",
        "Pale Harbour",
    ),
    Document(
        "b",
        "The Tin Orchard is a 1964 British comedy film directed by Nora Kilbride. It stars Ivy Marlowe.",
        "The Tin Orchard",
    ),
]


def test_names_keep_their_length_and_first_letter_and_become_others():
    names = {renamed("Kilbride", number) for number in range(60)}
    assert len(names) > 50
    assert {(len(name), name[0]) for name in names} == {(8, "K")}
    assert renamed("Kilbride", 0) == "Kilbride"


def test_a_copy_states_what_its_model_states_of_other_things():
    of = models(FILMS)
    model, copy = (unpack(said, document) for document, said in (of[0].copy(0), of[0].copy(7)))
    assert len(model.claims) == len(copy.claims) > 5
    assert [c.evidence.span for c in model.claims] == [c.evidence.span for c in copy.claims]
    assert [c.relation for c in model.claims] == [c.relation for c in copy.claims]
    assert "Nora Kilbride" in {getattr(c.object, "key", "") for c in model.claims}
    assert "Nora Kilbride" not in copy.document.text
    assert all(c.evidence.quote in copy.document.text for c in copy.claims)


def test_so_many_copies_as_are_wanted_and_all_of_them_different(tmp_path: Path):
    of = models(FILMS)
    assert len({document.text for document, _ in copies(of, 41)}) == 41
    claims = claimed(of, 9, tmp_path)
    assert (claims.documents, claims.skipped) == (9, ())


def test_without_a_bench_folder_the_seeds_are_measured(tmp_path: Path):
    assert len(leads(tmp_path, 7)) == 7
    assert words(pages("reviews", 5)) > 200
    assert all(document.text for document in documents(Path(__file__).parents[2] / "seeds"))


def test_tasks_are_measured_in_turns():
    done: list[str] = []
    times = in_turns({name: lambda name=name: done.append(name) for name in "ab"}, 3)
    assert done == ["a", "b"] * 3
    assert times["a"].median["rounds"] == 3
    assert min(times["b"].wall) >= 0


def test_the_chart_is_the_same_each_time(tmp_path: Path):
    pytest.importorskip("matplotlib")
    growth = [{"documents": n, "cpu": n / 100, "peak_mib": 100 + n / 100} for n in (100, 1_000, 10_000)]
    for name in ("one", "two"):
        draw(growth, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert b"Peak memory" in (tmp_path / "one").read_bytes()


def test_figures_are_printed_as_a_table():
    assert as_table({"x": {"wall": 1234.5}}, ["wall", "cpu"]).splitlines() == [
        "| | wall | cpu |",
        "| --- | --- | --- |",
        "| x | 1,234.5 |  |",
    ]
