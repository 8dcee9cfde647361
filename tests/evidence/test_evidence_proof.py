"""Every triple of the default graph has a quotation that is exactly the slice of its document's text."""

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proving import misquoted, quoted, unproven

from kg.assemble import Detail, Encoding
from kg.pipeline import Options, build

ROOT = Path(__file__).parents[2]
ORIGINALS = ROOT.parent / "shared" / "seeds"

SENTENCES = (
    "Łódź Nocą (Polish: Łódź nocą) is a 1973 Polish drama film directed by Zofia Żółć.",
    "It stars Jiří Šťastný as Křišťan and Zoë Ångström as “the Bürgermeister”.",
    "The screenplay was written by Nguyễn Thị Hằng, based on the novel “Çığlık” by Ömer Işık.",
    "It is a remake of a 1951 film by Þór Æðarson.",
    "It was not produced by İpek Ünlü.",
)
# Astral planes, joined emoji, right-to-left, blanks and marks of width none, other line ends.
ODDITIES = ("🎬", "👩‍🚀", "\u05e9\u05dc\u05d5\u05dd", "\u00a0", "\u200b", "\ufeff", "e\u0301", "\u2028", "\r\n", "𝕱")


def prove(out: Path) -> None:
    assert unproven(out) == []
    assert misquoted(out) == []


def test_the_examples_are_proven(tmp_path: Path) -> None:
    build([str(ROOT / "seeds")], tmp_path / "out", Options())
    prove(tmp_path / "out")


def test_without_evidence_nothing_is_proven(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(SENTENCES[0])
    build([str(tmp_path / "text.txt")], tmp_path / "out", Options(model=None, evidence=Encoding(Detail.NONE)))
    assert len(unproven(tmp_path / "out")) > 5


def test_the_originals_are_proven(tmp_path: Path) -> None:
    if not ORIGINALS.is_dir():
        pytest.skip("the originals are not here")
    build([str(ORIGINALS)], tmp_path / "out", Options())
    prove(tmp_path / "out")


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_of_every_form_and_encoding_are_proven(tmp_path: Path, form: str, encoding: str) -> None:
    text = unicodedata.normalize(form, "🎥🎥\r\n\r\n" + " ".join(SENTENCES) + "\r\n")
    (tmp_path / "text.txt").write_bytes(text.encode(encoding))
    build([str(tmp_path / "text.txt")], tmp_path / "out", Options(model=None))
    prove(tmp_path / "out")
    assert any("directed by Z" in quotation.quote for quotation, _ in quoted(tmp_path / "out"))


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.permutations(SENTENCES[1:]),
    st.lists(st.sampled_from(ODDITIES), max_size=6),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
)
def test_odd_characters_anywhere_move_no_quote(order: list[str], odd: list[str], any_text: str) -> None:
    gaps = [*odd, "", " ", f" {any_text}\n"]
    text = "".join(sentence + gaps[i % len(gaps)] + " " for i, sentence in enumerate([SENTENCES[0], *order]))
    with TemporaryDirectory() as folder:
        file, out = Path(folder) / "text.txt", Path(folder) / "out"
        file.write_text(text, encoding="utf-8", newline="")
        summary = build([str(file)], out, Options(model=None))
        if summary.documents:
            prove(out)
