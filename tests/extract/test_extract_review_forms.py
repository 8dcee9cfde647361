"""Dates of reviews in the forms of many sites, and the scale of marks that give none."""

import pytest

from kg.extract.marks import lone_mark, marks
from kg.extract.review_dates import day_first, review_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30-Sep-2011", "2011-09-30"),
        ("Nov 06 '00", "2000-11-06"),
        ("12 June '98", "1998-06-12"),
        ("02.08.22", "2022-08-02"),
        ("11.2018", "2018-11"),
        ("08-31-2021", "2021-08-31"),
        ("3/4/2011", "2011"),
        ("01.14.2008", "2008-01-14"),
        ("31 oct 2004", "2004-10-31"),
    ],
)
def test_date_is_read(text: str, value: str) -> None:
    found = review_date(text)
    assert found
    assert found[1].text == value


def test_a_score_of_a_scale_is_a_mark_where_it_is_all_that_stands_there() -> None:
    mark = lone_mark("4 of 6", 0, 6)
    assert mark and mark.top
    assert (mark.value.text, mark.top.text) == ("4", "6")


def test_one_date_of_a_page_shows_the_order_of_all() -> None:
    assert day_first(["3/4/2011", "25/4/2011"]) is True
    assert day_first(["3/4/2011", "4/25/2011"]) is False
    assert day_first(["3/4/2011"]) is None
    assert day_first(["25/4/2011", "4/25/2011"]) is None
    first, last = review_date("3/4/2011", days_first=True), review_date("3/4/2011", days_first=False)
    assert first and last
    assert (first[1].text, last[1].text) == ("2011-04-03", "2011-03-04")


@pytest.mark.parametrize(
    ("text", "value", "top"),
    [("♥♥♥", "3", None), ("●●●○○", "3", "5"), ("♡♡♡♡", "4", None), ("❄❄", "2", None), ("* * * *", "4", None)],
)
def test_signs_in_a_row_are_a_mark(text: str, value: str, top: str | None) -> None:
    (mark,) = marks(text, 0, len(text))
    assert (mark.value.text, mark.top.text if mark.top else None) == (value, top)
