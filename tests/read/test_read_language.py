"""Which texts count as English. The sentences are invented for this test."""

import json
from pathlib import Path

import pytest

from kg.read.language import is_english

SHARED = Path(__file__).parents[2].parent / "shared"

FOREIGN = {
    "French": "La Lanterne grise est un drame réalisé par Mara Lindqvist, avec Anna Lind dans le rôle d'une gardienne de "
    "phare qui attend le retour de son frère. Le tournage a duré six semaines.",
    "German": "Die graue Laterne ist ein Drama von Mara Lindqvist. Der Film erzählt, wie eine Leuchtturmwärterin auf ihren "
    "Bruder wartet, und er nimmt sich viel Zeit dafür.",
    "Spanish": "La linterna gris es una película dirigida por Mara Lindqvist. Cuenta la historia de una farera que espera "
    "a su hermano durante todo un invierno.",
    "Dutch": "De grijze lantaarn is een film van Mara Lindqvist. Het was in de bioscoop geen succes, maar het publiek dat "
    "hem zag, is hem trouw gebleven.",
    "Hindi": "धूसर लालटेन एक नाटक फ़िल्म है जिसका निर्देशन मारा लिंडक्विस्ट ने किया है। यह एक बहन के इंतज़ार की कहानी है।",
    "Hindi in Latin letters": "Yeh film dheemi hai par iski kahani dil ko chhoo jaati hai. Nirdeshak ne kamaal kar diya "
    "hai aur gaane bhi bahut madhur hain, ek baar zaroor dekhiye.",
    "Japanese": "『灰色のランタン』は、マラ・リンドクヴィスト監督によるドラマ映画である。灯台守の姉が弟の帰りを待つ物語。",
    "Italian": "La lanterna grigia è un film di Mara Lindqvist, con Anna Lind nella parte di una guardiana del faro che "
    "aspetta il ritorno del fratello.",
    "Polish": "Szara latarnia to dramat w reżyserii Mary Lindqvist. Opowiada o latarniczce, która czeka na brata całą zimę.",
    "Russian": "Серый фонарь — драматический фильм Мары Линдквист о смотрительнице маяка, которая ждёт брата.",
    "German with English titles": "Nach The Pilot Returns und A Long Winter dreht Kurt Halm einen Film, der "
    "von nichts anderem handelt als vom Wetter.",
}

ENGLISH = [
    "Les Amants du Quai stars Édouard Morel, Solange Petit and Marcel Duchesne.",
    "- Director: Jean-Luc Moreau\n- Starring: Amélie Roche, Mathieu Blanc, Jérôme Petit-Jean\n- Country: France",
    "== Cast ==\n- Jean Dupont as Marcel\n- Amélie Roche as Louise\n- Gérard Lenoir as Le Commissaire",
    "Der Himmel über der Elbe (1988)\n\nCast\nKurt Halm\nEva Brandt\nOtto Reis\nSigrid Baumann\nHans-Jürgen Feld\nUwe Lang",
    "Kenji Sato, Yuki Mori, Haruka Ono, Takeshi Endo, Akira Tanaka, Hiroshi Kimura, Naomi Fujita, Ryo Shimizu",
    "Sang Penari Malam is an Indonesian film.",
    "Rated 3 May 2011\n80\nMasterpiece!!",
    "GOOD FILM, BAD SEATS. THE CAST WAS FINE AND THE SOUND WAS NOT.",
    "Titanik",
]


@pytest.mark.parametrize("language", FOREIGN)
def test_foreign_paragraphs_are_told(language: str) -> None:
    assert not is_english(FOREIGN[language])


@pytest.mark.parametrize("text", ENGLISH)
def test_short_english_pages_full_of_foreign_names_pass(text: str) -> None:
    assert is_english(text)


def test_an_english_page_may_quote_a_foreign_title() -> None:
    assert is_english(
        "The Grey Lantern (Japanese: 灰色のランタン, Haiiro no rantan) is a drama that was shot in Otaru."
    )


def test_no_real_lead_or_page_is_turned_away() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared texts are not here")
    with (SHARED / "bench" / "leads.jsonl").open(encoding="utf-8") as lines:
        leads = [json.loads(line)["text"] for line in lines]
    pages = [p.read_text(encoding="utf-8") for p in sorted((SHARED / "seeds").glob("*.txt"))]
    assert [text for text in leads + pages if not is_english(text)] == []
