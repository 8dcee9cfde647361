"""What a writer does not assert: each status, and how far the words for it reach."""

import pytest

from kg.annotate.stances import stances
from kg.model import Sentence, Span, Status


def taken_back(text: str) -> list[tuple[Status, str]]:
    return [(s.status, s.span.of(text).strip()) for s in stances(text, (Sentence(Span(0, len(text)), 0),))]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ada Holt turned down the lead.", Status.DENIED),
        ("Ada Holt did not direct it.", Status.DENIED),
        ("It was not written by Ada Holt.", Status.DENIED),
        ("It was the first of the series not to be directed by Ada Holt.", Status.DENIED),
        ("It is wrongly attributed to Ada Holt.", Status.DENIED),
        ("A score by Ada Holt was thrown out.", Status.DENIED),
        ("Ada Holt was considered for the lead.", Status.HYPOTHETICAL),
        ("Ada Holt was originally cast as the nun.", Status.HYPOTHETICAL),
        ("Imagine this with Ada Holt.", Status.HYPOTHETICAL),
        ("One wishes that Ada Holt had sung.", Status.HYPOTHETICAL),
        ("It was intended as a sequel to Ebb.", Status.HYPOTHETICAL),
        ("A sequel to Ebb?", Status.HYPOTHETICAL),
        ("Did Ada Holt write it?", Status.HYPOTHETICAL),
        ("Ada Holt is rumoured to have sung.", Status.HEARSAY),
        ("It is long believed to be by Ada Holt.", Status.HEARSAY),
    ],
)
def test_whole_clauses(text: str, status: Status) -> None:
    assert taken_back(text) == [(status, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holt plays a woman wrongly convicted of theft.",
        "It is based on an unproduced play by Ada Holt.",
        "By then her career had declined.",
        "It was considered a failure.",
        "I have not seen the Danish version, nor do I wish to.",
        "It was originally set in Cork.",
        "It is a sequel to the film Who Rings, which was a hit.",
        "The film is a sequel to Who Rings?",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert taken_back(text) == []


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Ada Holt was offered the lead, but Per Vik stars.", "Ada Holt was offered the lead,"),
        ("Ada Holt was in talks to star before Per Vik signed.", "Ada Holt was in talks to star"),
        ("It stars Per Vik and was supposedly sung by Ada Holt, a nun.", "supposedly sung by Ada Holt"),
        ("It stars Per Vik, Ada Holt being replaced by Mia Bell.", "Ada Holt being replaced"),
        ("It was to have been made by Ada Holt, who was also in it.", "It was to have been made by Ada Holt,"),
        ("It stars Per Vik and perhaps Ada Holt.", "perhaps Ada Holt"),
    ],
)
def test_reach(text: str, taken: str) -> None:
    assert [words for _, words in taken_back(text)] == [taken]
