"""Sentences end where they end, and never cross a line."""

import pytest

from kg.lexis import sentences


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It stars George C. Stone as Dr. Lund.",
        "Oh, Night! Book II is a comedy.",
        "It was made by Aurora Bros. Pictures in the U.S. Army depot.",
        "She wrote it with Tom Adeyemi Jr. and Per Vik.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One ends. Another begins.", 2),
        ("It failed.The end is weak.", 2),
        ("It stars Tom Adeyemi Jr. The film was shown in May.", 2),
        ("First line\nSecond line", 2),
        ("What a bore! I left.", 2),
    ],
)
def test_several(text: str, count: int) -> None:
    assert len(split(text)) == count
