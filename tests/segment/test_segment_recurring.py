"""Reviews whose lines recur are cut in whatever order a page has them."""

import pytest

from kg.segment.cells import cells_of
from kg.segment.entry import Entry
from kg.segment.lines import lines_of
from kg.segment.recurring import recurring_entries

# Each page tells the same two reviews: author, score and date as far as `tells` says.
PAGES = {
    "score and name in one line, date below": """
[4/5]  Better than its poster
posted by otter_dan on 12-03-2011
The ferry scenes are worth every minute of the rest of it.

[2/5]  Adrift
posted by Mila Voss on 27-04-2012
Nobody on this boat has anything to say to anybody else.
""",
    "headline on top, author below what was good and bad": """
Ropes
Written: March 12, 2011
Rating given: 4 out of 5
Good: the ferry
Bad: the end
Author: otter_dan

The ferry scenes are worth every minute of the rest of it.

Adrift
Written: April 27, 2012
Rating given: 2 out of 5
Good: the sea
Bad: the rest
Author: Mila Voss

Nobody on this boat has anything to say to anybody else.
""",
    "where they live in a cell beside the name": """
4.0   Better than its poster
By otter_dan   from Leith, Scotland   Verified sailor
Posted 3/12/2011
The ferry scenes are worth every minute of the rest of it.

2.0   Adrift
By Mila Voss   from Hull   Verified sailor
Posted 4/27/2012
Nobody on this boat has anything to say to anybody else.
""",
    "a word of the site's own for who writes, and a picture": """
Rower: otter_dan   Anchors: 4 of 5   Added: 12 March 2011
The ferry scenes are worth every minute of the rest of it.

Rower: Mila Voss, 41, Hull   Anchors: 2 of 5   Added: 27 April 2012
Nobody on this boat has anything to say to anybody else.
""",
    "dashes": """
4/5 -- otter_dan, Leith -- 12/03/2011
The ferry scenes are worth every minute of the rest of it.

2/5 -- Mila Voss -- 27/04/2012
Nobody on this boat has anything to say to anybody else.
""",
    "a unit of the site's own": """
otter_dan     (4 anchors)     March 12, 2011
The ferry scenes are worth every minute of the rest of it.

Mila Voss     (2 anchors)     April 27, 2012
Nobody on this boat has anything to say to anybody else.
""",
    "number, name, headline, text, date": """
4
otter_dan
Better than its poster
The ferry scenes are worth every minute of the rest of it.
Mar 12, 2011

2
Mila Voss
Adrift
Nobody on this boat has anything to say to anybody else.
Apr 27, 2012
""",
    "marks behind the text": """
"The ferry scenes are worth every minute of the rest of it." otter_dan, 12 March 2011, 4 anchors

"Nobody on this boat has anything to say to anybody else." Mila Voss, 27 April 2012, 2 anchors
""",
    "date and name above, score below": """
On 12-Mar-2011 otter_dan wrote:
The ferry scenes are worth every minute of the rest of it.
Rating given: 4 out of 5

On 27-Apr-2012 Mila Voss wrote:
Nobody on this boat has anything to say to anybody else.
Rating given: 2 out of 5
""",
    "fields that full stops keep apart": """
4 anchors. From: otter_dan. Sent in: March 2011
The ferry scenes are worth every minute of the rest of it.

2 anchors. From: Mila Voss, Hull. Sent in: 27 April 2012
Nobody on this boat has anything to say to anybody else.
""",
    "labelled fields, the score one of them": """
Better than its poster
Member: otter_dan   Stars: 4   Added: 12 March 2011
The ferry scenes are worth every minute of the rest of it.

Adrift
Member: Mila Voss   Stars: 2   Added: 27 April 2012
Nobody on this boat has anything to say to anybody else.
""",
    "who wrote what behind other words": """
Ferry Folk review by otter_dan  12/03/2011  4 of 6
The ferry scenes are worth every minute of the rest of it.

Ferry Folk review by Mila Voss (Hull)  27/04/2012  2 of 6
Nobody on this boat has anything to say to anybody else.
""",
    "a verb before the score": """
otter_dan gives it 4 of 6 on 12 March 2011
The ferry scenes are worth every minute of the rest of it.

Mila Voss gives it 2 of 6 on 27 April 2012
Nobody on this boat has anything to say to anybody else.
""",
    "numbers of likes behind stars": """
Watched by otter_dan 4 stars 12 Mar 2011   1,204
The ferry scenes are worth every minute of the rest of it.

Rewatched by Mila Voss 2 stars 27 Apr 2012
Nobody on this boat has anything to say to anybody else.
""",
    "score between rules": """
= 4 =  reviewed by otter_dan on 2011-03-12
The ferry scenes are worth every minute of the rest of it.

= 2 =  reviewed by Mila Voss on 2012-04-27
Nobody on this boat has anything to say to anybody else.
""",
    "score and headline above, name and date below": """
4/5
Better than its poster
The ferry scenes are worth every minute of the rest of it.
otter_dan
Mar 12, 2011
212  31   Permalink

2/5
Adrift
Nobody on this boat has anything to say to anybody else.
Mila Voss
Apr 27, 2012
14  2   Permalink
""",
    "date above, score and name below": """
March 12, 2011
The ferry scenes are worth every minute of the rest of it.
4 stars
otter_dan  Super Reviewer

April 27, 2012
Nobody on this boat has anything to say to anybody else.
2 stars
Mila Voss
""",
    "number at a star, name and date below": """
★4  Better than its poster
The ferry scenes are worth every minute of the rest of it.
otter_dan · Mar 12, 2011 · 51 of 54 helpful

★2  Too Much Water
Nobody on this boat has anything to say to anybody else.
Mila Voss · Apr 27, 2012 · 1 of 29 helpful
""",
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_author_score_and_date_are_found_in_any_order(text: str) -> None:
    found = recurring_entries(lines_of(text))
    assert [entry.author for entry in found] == ["otter_dan", "Mila Voss"]
    assert [_part(text, entry, "score")[0] for entry in found] == ["4", "2"]
    assert all("201" in _part(text, entry, "date") for entry in found)
    assert [entry.body is not None and "ferry" in entry.body.of(text) for entry in found] == [True, False]


def test_a_score_given_in_words_of_the_line_is_one() -> None:
    text = "Ann from Leith gave it 9\nA very fine film about ferries.\n\nBo from Hull gave it 3\nIt made me seasick twice.\n"
    found = recurring_entries(lines_of(text))
    assert [(entry.author, _part(text, entry, "score")) for entry in found] == [("Ann", "9"), ("Bo", "3")]


def test_a_table_of_names_and_numbers_is_one_of_marks() -> None:
    text = "Adair ...... 9\nBrandt ..... 4\nCosta ...... 7\n"
    assert [entry.author for entry in recurring_entries(lines_of(text))] == ["Adair", "Brandt", "Costa"]


def test_what_every_head_has_is_no_author() -> None:
    text = "Watched 3 May 2011\n80\nSlow but always lovely to look at.\nWatched 4 June 2012\n45\nNobody in it can act, sadly.\n"
    assert [entry.author for entry in recurring_entries(lines_of(text))] == ["", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee ...... Mary\nBo Vance ..... John\nCy Dorn ...... Tom\n",
        "The film opened on 3 May 2011 in Leith.\n\nIt reached Hull on 4 June 2012 and closed there.\n",
        "Average: 4 out of 5 stars, based on 12 reviews\nAverage of critics: 3 out of 5 stars\n",
        "Release date: 3 May 2011\nRunning time: 90 minutes\nRelease: 4 June 2012\n",
    ],
)
def test_casts_prose_averages_and_facts_are_no_reviews(text: str) -> None:
    assert recurring_entries(lines_of(text)) == []


def test_helpful_counts_are_no_scores_and_a_date_makes_their_line_a_head() -> None:
    text = (
        "Ferries and more of them, all day long.\nhelpful • 23  2   otter_dan   Sep 9, 2013   Permalink\n\n"
        "Nobody in this can steer a boat at all.\nhelpful • 7  6   Mila Voss   Apr 22, 2006   Permalink\n"
    )
    assert [entry.author for entry in recurring_entries(lines_of(text))] == ["otter_dan", "Mila Voss"]
    assert all(cell.kind != "unit" for cell in cells_of(lines_of("44 helpful   otter_dan")[0]))
    assert [cell.kind for cell in cells_of(lines_of("3 of 5 found this helpful")[0])] == ["words"]


def test_names_with_a_number_in_brackets_run_into_their_texts() -> None:
    text = "Ann Lee (9): It made me want to buy a boat.\n\nT. Voss (3): I was seasick for an hour and a half.\n"
    found = recurring_entries(lines_of(text))
    assert [(entry.author, _part(text, entry, "score")) for entry in found] == [("Ann Lee", "9"), ("T. Voss", "3")]


def test_asterisks_before_a_name_are_its_score_and_a_single_one_is_a_bullet() -> None:
    cells = [[(cell.kind, cell.text) for cell in cells_of(line)] for line in lines_of("**** Ann Lee\n* Ann Lee")]
    assert cells == [[("score", "****"), ("words", "Ann Lee")], [("words", "Ann Lee")]]


def test_numbered_entries_are_named_behind_their_number() -> None:
    text = (
        "1. otter_dan · 9\nIt made me want to buy a boat.\n\n2. Mila Voss · 3\nI was seasick for an hour and a half.\n"
    )
    assert [entry.author for entry in recurring_entries(lines_of(text))] == ["otter_dan", "Mila Voss"]


def test_a_number_right_behind_a_star_is_the_score() -> None:
    assert [(cell.kind, cell.text) for cell in cells_of(lines_of("★8  Adrift")[0])] == [
        ("score", "8"),
        ("words", "Adrift"),
    ]


def _part(text: str, entry: Entry, name: str) -> str:
    return entry.pieces[name].span.of(text)


def test_a_line_without_end_is_words_and_nothing_is_sought_in_it() -> None:
    (line,) = lines_of("L" * 300_000)
    assert [(cell.kind, cell.span) for cell in cells_of(line)] == [("words", line.span)]
