"""Lists of names: roles, asides and lead-ins are read, and the list ends where it ends."""

import pytest

from kg.lexis import listed


def names(text: str, cast: bool = True) -> list[tuple[str, str]]:
    return [(i.name.of(text), i.role.of(text) if i.role else "") for i in listed(text, 0, len(text), cast)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, Per Vik and Lotte Bakker.", [("Ana Ruiz", ""), ("Per Vik", ""), ("Lotte Bakker", "")]),
        (
            "Ana Ruiz as Inspector Holt and Per Vik as Dr. Lund.",
            [("Ana Ruiz", "Inspector Holt"), ("Per Vik", "Dr. Lund")],
        ),
        ("newcomer Ana Ruiz, with veteran actor Per Vik in a supporting role.", [("Ana Ruiz", ""), ("Per Vik", "")]),
        ("Ana Ruiz – in her film debut – and Per Vik.", [("Ana Ruiz", ""), ("Per Vik", "")]),
        (
            "Ana Ruiz, who was born at sea, Per Vik and Tom Adeyemi.",
            [("Ana Ruiz", ""), ("Per Vik", ""), ("Tom Adeyemi", "")],
        ),
        (
            "Ana Ruiz as Holt, a woman who counts every penny, Per Vik as Lund.",
            [("Ana Ruiz", "Holt"), ("Per Vik", "Lund")],
        ),
        ("Ana Ruiz and Per Vik as Holt and Lund.", [("Ana Ruiz", "Holt"), ("Per Vik", "Lund")]),
        ("Ana Ruiz, his dog Rex, and Per Vik.", [("Ana Ruiz", ""), ("Per Vik", "")]),
        ("Ana Ruiz in the title role as well as Per Vik.", [("Ana Ruiz", ""), ("Per Vik", "")]),
        ("Ana Ruiz as the villain, Count Orlo.", [("Ana Ruiz", "the villain, Count Orlo")]),
        (
            "Ana Ruiz, Per Vik, and Lotte Bakker, reprising their roles as Holt, Lund and Mo, respectively.",
            [("Ana Ruiz", "Holt"), ("Per Vik", "Lund"), ("Lotte Bakker", "Mo")],
        ),
        (
            "Ana Ruiz and Per Vik as Holt and Lund, Lotte Bakker as Mo.",
            [("Ana Ruiz", "Holt"), ("Per Vik", "Lund"), ("Lotte Bakker", "Mo")],
        ),
        ("the Sisters of Brindle, Ana Ruiz and Per Vik.", [("Ana Ruiz", ""), ("Per Vik", "")]),
        ("R&B singer/actor Ana Ruiz and Brindle Bay founder Per Vik.", [("Ana Ruiz", ""), ("Per Vik", "")]),
    ],
)
def test_casts(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz and was released in May.",
        "Ana Ruiz. Per Vik was ill.",
        "Ana Ruiz; Per Vik wrote the songs.",
        "Ana Ruiz, the film stars Per Vik.",
    ],
)
def test_a_crew_list_ends_before_the_next_clause(text: str) -> None:
    assert names(text, cast=False) == [("Ana Ruiz", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("American Lantern Pictures.", "American Lantern Pictures"),
        ("French Marr.", "French Marr"),
        ("the Swedish-Italian Ana Ruiz.", "Ana Ruiz"),
        ("Ana Lors' company.", ""),
        ("Ruiz's son-in-law, Per Vik.", "Per Vik"),
        ("film producer Ana Ruiz.", "Ana Ruiz"),
        ("her husband and producing partner, Per Vik.", "Per Vik"),
    ],
)
def test_what_stands_before_a_name(text: str, expected: str) -> None:
    assert "".join(name for name, _ in names(text, cast=False)) == expected


def test_names_behind_with_are_cast_only() -> None:
    text = "Ana Ruiz, with Per Vik."
    assert [i.supporting for i in listed(text, 0, len(text), cast=True)] == [False, True]


def test_a_possessive_is_no_item() -> None:
    text = "Ana Ruiz's brother and Per Vik"
    assert names(text) == []
