"""A build in parts: the same bytes however many parts there are, and whoever works on them."""

from pathlib import Path

import pytest

from kg.assemble import Stated
from kg.assemble.statements import Said, Statement, Way
from kg.model import Datatype, Evidence, Fact, Span, Status, Value
from kg.pipeline import Options, build, local
from kg.pipeline.parts import FactStore, PartStore, decide_parts, part_of
from kg.pipeline.parts.packing import encode, facts_in, said_in, stated_in

RULES = Options(model=None)
FILMS = {
    "tide": "Low Tide is a 1971 Danish drama film directed by Per Holt. It stars Una Bly as Lev and Tom Wray as Ida.",
    "ebb": "Ebb is a 1984 Danish drama film directed by Ada Wray. It is a remake of the 1971 film Low Tide. It stars Una Bly.",
    "wind": "Salt Wind is a 1990 comedy film directed by Per Holt and written by Ida Berg. It stars Tom Wray.",
    "wind2": "Salt Wind is a 1991 Norwegian comedy film directed by Per Holt. It runs for 9,000 minutes.",
    "road": "The Salt Road is a 2003 film by Ada Wray, based on the novel of the same name by Ida Berg. It stars Una Bly.",
}
AT = Evidence("d", Span(3, 7), "Ebb’", "title.prose", 0.5, Status.HEDGED)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in FILMS.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("workers", [1, 2])
def test_the_number_of_parts_and_workers_makes_no_difference(texts: Path, tmp_path: Path, monkeypatch, workers: int):
    build([str(texts)], tmp_path / "whole", RULES)
    monkeypatch.setattr("kg.pipeline.parts.plan.DOCUMENTS", 1)
    monkeypatch.setattr("kg.pipeline.assembling.DOCUMENTS", 2)
    monkeypatch.setattr("kg.pipeline.identifying.DOCUMENTS", 2)
    monkeypatch.setattr("kg.export.runs._MANY", 5)
    monkeypatch.setattr("kg.export.rdf._PORTION", 3)
    assert decide_parts(len(FILMS)) == len(FILMS)
    runner = local(workers)
    build([str(texts)], tmp_path / "parts", Options(model=None, runner=runner))
    assert _content(tmp_path / "parts") == _content(tmp_path / "whole")
    runner.close()
    assert b"/kg/movie/" in _content(tmp_path / "whole")["graph.nq"]


class Twice:
    """Does everything twice, as where a worker dies when it is all but done."""

    def map(self, task, items, at_once=1):
        return (result for item in items for result in [task(item), task(item)][1:])

    def sees(self, path):
        return True

    def close(self):
        pass


def test_work_that_is_done_again_leaves_nothing_twice(texts: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setattr("kg.pipeline.parts.plan.DOCUMENTS", 2)
    build([str(texts)], tmp_path / "once", RULES)
    build([str(texts)], tmp_path / "twice", Options(model=None, runner=Twice()))
    assert _content(tmp_path / "twice") == _content(tmp_path / "once")


def test_nothing_is_left_of_the_parts(texts: Path, tmp_path: Path):
    build([str(texts)], tmp_path / "out", RULES)
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")] == []


def test_a_film_and_what_hangs_on_it_are_in_one_part():
    film = "https://x.test/movie/low-tide-1971"
    for thing in ("role/low-tide-1971--una-bly--lev", "character/low-tide-1971--lev", "release/low-tide-1971--dk"):
        assert part_of(f"https://x.test/{thing}", 97) == part_of(film, 97)
    assert len({part_of(f"https://x.test/movie/{n}", 97) for n in range(500)}) > 80


@pytest.mark.parametrize("value", ["https://x.test/a", Value("Ebb"), Value("1984", Datatype.GYEAR)])
def test_what_is_packed_comes_back(value: str | Value):
    fact = Fact("https://x.test/b", "schema:name", value, (AT, AT))
    assert facts_in(encode([fact])) == [fact]
    assert stated_in(encode([fact])) == [Stated(fact.subject, fact.relation, fact.object)]
    said = Said(Statement("https://x.test/b", "schema:name", value, AT), Way.TURNED)
    assert said_in(encode([said])) == [said]


def test_facts_are_found_by_part_and_by_both_ends(tmp_path: Path):
    facts = [Fact(s, "r:x", o, (AT,)) for s, o in [("a", "b"), ("a", Value("v")), ("b", "a"), ("c", "a"), ("b", "z")]]
    files = [tmp_path / f"{part}.db" for part in range(3)]
    for part, file in enumerate(files):
        with PartStore(file) as store:
            store.put_facts(fact for fact in facts if part_of(fact.subject, 3) == part)
            store.index()
    inside = [Stated(f.subject, f.relation, f.object) for f in facts if f.subject == "a"]
    store = FactStore(files)
    assert len({part_of(name, 3) for name in "abc"}) > 1
    assert len(store) == len(facts)
    assert store.of("a") == facts[:2]
    assert store.to("a") == [facts[2], facts[3]]
    assert sorted(each.object for each in store.beside(inside)) == ["a", "z"]
    store.close()


def test_a_part_forgets_what_a_document_said(tmp_path: Path):
    rows = {name: encode([Said(Statement(name, "r:x", "z", AT))]) for name in ("a", "b")}
    with PartStore(tmp_path / "0.db") as store:
        store.hear([("a", "one", rows["a"]), ("b", "one", rows["b"]), ("b", "two", rows["b"])])
        assert store.spoken_of(["two"]) == {"b"}
        assert store.forget(["two", "three"]) == {"b"}
        assert [said.statement.subject for said in store.said()] == ["a", "b"]
        assert [said.statement.subject for said in store.said(["b"])] == ["b"]


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
