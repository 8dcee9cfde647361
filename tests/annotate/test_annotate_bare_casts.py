"""Casts that no heading announces: text in, pairs out."""

import pytest

from kg.annotate.credits.bare_casts import bare_casts
from kg.model import Block, BlockKind, Span


def lines(text: str) -> list[list[str]]:
    return [[block.span.of(text) for block in cast] for cast in bare_casts(text, [])]


@pytest.mark.parametrize("sign", [" ........ ", ": ", " - ", "\t", " as ", " | ", " ▸ ", "   "])
def test_pairs_in_a_row_are_a_cast(sign: str) -> None:
    pairs = [f"Anna Holt{sign}Cora", f"Peter Mills{sign}the ferryman", f"Maria Ruiz{sign}Sister Agnes"]
    assert lines("Low Tide\n\n" + "\n".join(pairs) + "\n\nIt rains.") == [pairs]


def test_parts_may_stand_first() -> None:
    pairs = ["Cora: Anna Holt", "Old Tom: Peter Mills", "Sister Agnes: Maria Ruiz"]
    assert lines("\n".join(pairs)) == [pairs]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt: Cora\nPeter Mills: the ferryman",
        "Anna Holt: I loved it.\nPeter Mills: So did I, mostly.\nMaria Ruiz: Not me, never again.",
        "Plot: thin\nPace: slow\nMood: grey",
        "Anna Holt ... 8\nPeter Mills ... 7\nMaria Ruiz ... 9",
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert lines(text) == []


def test_parts_may_stand_in_brackets() -> None:
    pairs = ["Anna Holt (Cora)", "Peter Mills (Tom, a ferryman)", "Maria Ruiz (Sister Agnes)"]
    assert lines("\n".join(pairs)) == [pairs]
    assert lines("Low Tide (Anna Holt)\nRed Sky (Peter Mills)\nHigh Water (Maria Ruiz)") == []


def test_the_form_tells_names_that_nobody_knows() -> None:
    pairs = ["Ysolt Varga: Cora", "Oto Brezina: the ferryman", "Runa Hald: Dr. Moe", "Ekko Saar: a guest"]
    assert lines("\n".join(pairs)) == [pairs]
    assert lines("\n".join(["Songs", *pairs])) == []


def test_the_label_says_which_side_has_the_parts() -> None:
    (first,) = bare_casts("Anna Holt: Cora\nPeter Mills: Old Tom\nMaria Ruiz: Agnes", [])
    (last,) = bare_casts("Cora: Anna Holt\nOld Tom: Peter Mills\nAgnes: Maria Ruiz", [])
    assert {block.label for block in first} == {"Cast"}
    assert {block.label for block in last} == {"Characters"}


def test_a_credit_among_them_is_no_part() -> None:
    pairs = ["Anna Holt ... Cora", "Peter Mills ... Tom", "Maria Ruiz ... Agnes"]
    assert lines("\n".join([*pairs, "Based on the play by ... Ida Crane"])) == [pairs]


def test_lines_that_are_items_already_are_left() -> None:
    text = "Anna Holt: Cora\nPeter Mills: Tom\nMaria Ruiz: Agnes"
    assert list(bare_casts(text, [Block(Span(0, len(text)), BlockKind.ITEM, "Cast")])) == []
