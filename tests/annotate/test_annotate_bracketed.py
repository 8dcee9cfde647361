"""Casts in running text whose parts stand in brackets behind the actors, and brackets that hold something else."""

import pytest

from kg.annotate.credits.bracketed import read_brackets


def found(text: str) -> list[tuple[str, str, str]]:
    credits = read_brackets(text, 0, len(text), frozenset())
    return [(f.relation, f.name.of(text), f.role.of(text) if f.role else "") for f in credits]


def test_three_or_more_pairs_are_read_by_what_looks_like_a_part() -> None:
    assert found("Ana Ruiz (Sue), Per Vik (Captain Moe Hart) and Ida Holm (the widow)") == [
        ("actor", "Ana Ruiz", "Sue"),
        ("actor", "Per Vik", "Captain Moe Hart"),
        ("actor", "Ida Holm", "the widow"),
    ]


def test_trades_in_brackets_are_no_parts() -> None:
    assert found("Ana Ruiz (Sue), Per Vik (editor), Ida Holm (Captain Moe)") == [
        ("actor", "Ana Ruiz", "Sue"),
        ("editor", "Per Vik", ""),
        ("actor", "Ida Holm", "Captain Moe"),
    ]


@pytest.mark.parametrize("text", ["Sue (Ana Ruiz), Captain Moe (Per Vik), Max (Ida Holm)", "Sue (Ana Ruiz) leaves"])
def test_parts_before_brackets_are_read_as_ever(text: str) -> None:
    assert ("actor", "Ana Ruiz", "Sue") in found(text)
