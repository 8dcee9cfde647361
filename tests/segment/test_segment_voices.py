"""Lines that begin with who speaks and end with a mark are reviews."""

import pytest

from kg.segment.lines import lines_of
from kg.segment.voices import voiced_entries


@pytest.mark.parametrize(
    "form",
    ["{}: {} {}", "[{}] {} {}", "{} – {} {}", "{} (Leith): {} {}", "{}, 31, baker: {} {} anchors"],
)
def test_speakers_and_their_marks_are_found(form: str) -> None:
    told = [("otter_dan", "4"), ("Mila Voss", "2"), ("T. Kell", "3.5")]
    text = "\n\n".join(form.format(name, "Nobody on this boat can steer.", mark) for name, mark in told)
    found = voiced_entries(lines_of(text))
    assert [(entry.author, entry.pieces["score"].span.of(text)) for entry in found] == told
    assert all(entry.body and entry.body.of(text) == "Nobody on this boat can steer." for entry in found)


def test_a_mark_within_the_words_stays_in_the_text() -> None:
    text = "\n".join(f"{name}: So much water! 7/10 for the ferry though" for name in ("Ann", "Ben", "Cyd"))
    found = voiced_entries(lines_of(text))
    assert [entry.author for entry in found] == ["Ann", "Ben", "Cyd"]
    assert all(entry.body and entry.body.of(text).endswith("though") for entry in found)


@pytest.mark.parametrize(
    "text",
    [
        "Director: Bo Vance. 7\nCast: Mila Voss. 8\nMusic: Ann Lee. 9",
        "Ann: They sailed at dawn.\nBen: They sank at dusk.\nCyd: Nobody noticed.",
        "Ann: They sailed at dawn. 7\nBen: They sank at dusk. 8",
    ],
)
def test_fields_talk_without_marks_and_two_voices_are_none(text: str) -> None:
    assert voiced_entries(lines_of(text)) == []
