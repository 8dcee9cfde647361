"""The small forms that layouts are made of, each with what has it and what only seems to."""

import pytest

from kg.model import Span
from kg.segment.facts import facts_of
from kg.segment.figures import aggregate_at, percentile, score
from kg.segment.heads import head_of
from kg.segment.inline import signatures
from kg.segment.lines import Line, lines_of
from kg.segment.markup import field, heading, is_section_name, item
from kg.segment.reviewers import Vocabulary, is_name, signature
from kg.segment.sections import is_definition
from kg.segment.titles import title_of, without_page


def line(text: str) -> Line:
    (only,) = lines_of(text)
    return only


def words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("8/10", "8/10"),
        ("7.5 / 10", "7.5 / 10"),
        ("★★★★☆", "★★★★☆"),
        ("★★★½", "★★★½"),
        ("♥♥♥♥", "♥♥♥♥"),
        ("●●●○○", "●●●○○"),
        ("● not for children", None),
        ("***½", "***½"),
        ("*** out of ****", "*** out of ****"),
        ("Rating: 3/5", "3/5"),
        ("3 stars out of 4", "3 stars out of 4"),
        ("Four stars out of five.", "Four stars out of five"),
        ("2 1/2 stars", "2 1/2 stars"),
        ("Grade: B+", "B+"),
        ("My rating: 8", "8"),
        ("Score: 73", "73"),
        ("78%", "78%"),
        ("(4/5)", "4/5"),
        ("Rating: ****", "****"),
        ("73", None),
        ("***", None),
        ("24/7", None),
        ("Rated PG-13", None),
        ("1 - 11 of 11 results", None),
        ("Verdict: see it", None),
        ("The 3/5 time of the waltz", None),
    ],
)
def test_score(text: str, figure: str | None) -> None:
    assert words(text, score(line(text))) == figure


@pytest.mark.parametrize(
    ("text", "rank"),
    [("36th", "36th"), ("0th percentile", "0th"), ("Percentile: 88th", "88th"), ("36th street", None), ("36", None)],
)
def test_percentile(text: str, rank: str | None) -> None:
    assert words(text, percentile(line(text))) == rank


@pytest.mark.parametrize(
    "text",
    [
        "Avg Percentile 61.3% from 88 total ratings",
        "7.3/10 from 1,204 ratings",
        "Average rating: 3.6 out of 5 (312 ratings)",
        "3.6 ★ · 2,310 ratings",
        "User score 78% (1,020 votes)",
        "Metascore 64 based on 23 critics",
        "7.3/10 (1.2K)",
    ],
)
def test_average(text: str) -> None:
    assert aggregate_at([line(text)], 0) == 1


@pytest.mark.parametrize(
    "text",
    [
        "(421)",
        "421 ratings",
        "Showing 1 - 11 of 11 results",
        "Top 250 | 31 reviews",
        "On the site it has 7.1/10 from 120 reviews, which is a lot for a film so small.",
    ],
)
def test_no_average(text: str) -> None:
    assert aggregate_at([line(text)], 0) == 0


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Rated 24 May 2008", {"date": "Rated 24 May 2008"}),
        ("May 24, 2008", {"date": "May 24, 2008"}),
        ("Reviewed in Norway on 2008-05-24", {"date": "Reviewed in Norway on 2008-05-24"}),
        ("By Ann Lee", {"author": "By Ann Lee"}),
        ("A film review by Ann Lee", {"author": "A film review by Ann Lee"}),
        ("— Ann Lee", {"author": "— Ann Lee"}),
        ("By ANN LEE | March 3, 2011 | 4 min read", {"author": "By ANN LEE", "date": "March 3, 2011"}),
        ("film_fan88 (12 March 2009)", {"author": "film_fan88", "date": "12 March 2009"}),
        (
            "3 March 2015 | by film_fan88 (Leith) – See all my reviews",
            {"author": "by film_fan88", "date": "3 March 2015"},
        ),
        ("Ann Lee gave it 8/10", {"author": "Ann Lee", "score": "8/10"}),
        ("**By Ann Lee**", {"author": "By Ann Lee"}),
        ("By the river", {}),
        ("12 March 2009 (Norway)", {}),
        ("In May 2008 we moved", {}),
        ("The 8/10 that nobody wanted", {}),
    ],
)
def test_head_of_a_review(text: str, pieces: dict[str, str]) -> None:
    assert {piece.name: piece.span.of(text) for piece in head_of(line(text))} == pieces


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("film_fan88 ..gets lost halfway.", "film_fan88"),
        ("CinemaRat2517 Bo Reed is fine here.", "CinemaRat2517"),
        ("kestrel I liked it.", "kestrel"),
        ("kestrel Bo Reed is a fine actor.", "kestrel"),
        ("lena.v Left before the end", "lena.v"),
        ("Overgaard I cannot fault it.", "Overgaard"),
        ("Ann Lee Exactly what I wanted, and not what I needed.", "Ann Lee"),
        ("Ann Lee Loved it from start to finish.", "Ann Lee"),
        ("Ann Lee Superb from start to finish.", "Ann Lee"),
        ("J. P. Moor Bo Reed is miscast.", "J. P. Moor"),
        ("Ann B. Hated it", "Ann B."),
        ("Piet van der Berg Watched it twice", "Piet van der Berg"),
        ("Ann Lee 9/10 would watch again", "Ann Lee"),
        ("Ann Lee: not for me", "Ann Lee"),
        ("Kim Bo Reed is miscast.", "Kim"),
        ("Bo Reed is miscast.", None),
        ("Bo Reed's best film.", None),
        ("The Ferry is a fine film", None),
        ("New in cinemas this week", None),
        ("Director: Ann Lee", None),
        ("Final Verdict: skip it", None),
        ("3D glasses did not help", None),
        ("2001 was better", None),
        ("Justin Long plays the pilot", None),
        ("GREAT FILM WITH A GREAT CAST", None),
        ("and then The Ferry comes", None),
        ("DiCaprio gives it all", None),
    ],
)
def test_name_that_runs_into_a_review(text: str, name: str | None) -> None:
    page = Vocabulary([text, "Bo Reed again, and Bo Reed once more."])
    found = signature(text, page)
    assert (text[: found.end] if found else None) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", True),
        ("film_fan88", True),
        ("kestrel", True),
        ("A. Lee", True),
        ("The Ferry", False),
        ("R", False),
        ("Ann Lee said so", False),
        ("great", False),
        ("Verified purchase", False),
        ("Canada", False),
        ("Chad", True),
        ("3 years ago", False),
    ],
)
def test_name_alone(text: str, expected: bool) -> None:
    assert is_name(text) is expected


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("- Director: Ann Lee", "Director", "Ann Lee"),
        ("* Running time = 98 minutes", "Running time", "98 minutes"),
        ("| release_date = 1 May 2001", "release_date", "1 May 2001"),
        ("**Starring:** Ann Lee, Bo Reed", "Starring", "Ann Lee, Bo Reed"),
        ("Country\tNorway", "Country", "Norway"),
        ("Directed by Ann Lee", "Directed by", "Ann Lee"),
        ("Genre – Drama", "Genre", "Drama"),
        ("Starring:", "Starring", None),
    ],
)
def test_field(text: str, label: str, value: str | None) -> None:
    found = field(line(text))
    assert found and found.known
    assert (found.label, words(text, found.value)) == (label, value)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/film",
        "Ann Lee – Mary",
        "a = b",
        "Directed by Ann Lee, the film opens on a ferry that is going nowhere.",
    ],
)
def test_no_field(text: str) -> None:
    assert field(line(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("= The Ferry =", ("The Ferry", 1)),
        ("==Plot==", ("Plot", 2)),
        ("=== Critical response ===", ("Critical response", 3)),
        ("== Cast[edit] ==", ("Cast", 2)),
        ("## Cast", ("Cast", 2)),
        ("**Plot**", ("Plot", 2)),
        ("#8 in the charts", None),
        ("Plot", None),
        ("====", None),
    ],
)
def test_marked_heading(text: str, expected: tuple[str, int] | None) -> None:
    found = heading(line(text))
    assert (found and (found.span.of(text), found.level)) == expected


def test_underlined_heading() -> None:
    text = "The Ferry\n=========\nPlot\n----\n"
    lines = lines_of(text)
    assert [(h.span.of(text), h.level) for h in (heading(lines[0], lines[1]), heading(lines[2], lines[3])) if h] == [
        ("The Ferry", 1),
        ("Plot", 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Plot",
        "Plot summary",
        "Cast and characters",
        "Critical response",
        "Release and reception",
        "Top Cast:",
        "See also",
    ],
)
def test_section_name(text: str) -> None:
    assert is_section_name(text)


@pytest.mark.parametrize("text", ["Ann Lee", "The plot thickens", "Casting the net for a very big fish", "Cast away"])
def test_no_section_name(text: str) -> None:
    assert not is_section_name(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Ann Lee as Mary", "Ann Lee as Mary"),
        ("** Bo", "Bo"),
        ("• Bo", "Bo"),
        ("3. Bo", "Bo"),
        ("| Ann | Mary |", "Ann | Mary"),
        ("-Bo", None),
        ("1997 was cold", None),
    ],
)
def test_item(text: str, expected: str | None) -> None:
    assert words(text, item(line(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R | 13 May 2007 (USA)", {"content rating": "R", "release": "13 May 2007 (USA)"}),
        ("PG-13 • 1h 52m • Crime, Drama", {"content rating": "PG-13", "runtime": "1h 52m", "genre": "Crime, Drama"}),
        ("1997, Drama, 104 min", {"year": "1997", "genre": "Drama", "runtime": "104 min"}),
        ("Rated PG for smoking", {"content rating": "PG"}),
        ("Home | Films | Drama", {}),
        ("Ann Lee | 1997", {}),
    ],
)
def test_facts_without_a_label(text: str, expected: dict[str, str]) -> None:
    assert {block.label: block.body.of(text) for block in facts_of(line(text))} == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("= The Ferry (1997 film) =\n\nText.", "The Ferry (1997 film)"),
        ("# The Ferry (1997) | Reel Almanac\n\nText.", "The Ferry (1997)"),
        ("The Ferry\u00a0(1997)\n\nText.", "The Ferry\u00a0(1997)"),
        ("The Ferry - Reel Almanac\n\nThe Ferry is slow.", "The Ferry"),
        ("The Ferry\n\nText.", "The Ferry"),
        ("Mist!\nA film about fog.", "Mist!"),
        ("The Ferry is a\n1997 drama film.", None),
        ("One line alone", None),
        ("Director: Ann Lee\nText.", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    found = title_of(lines_of(text))
    assert (found and found.span.of(text)) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Ferry Trailers", "The Ferry"),
        ("The Ferry – User Reviews", "The Ferry"),
        ("Reviews of The Ferry", "The Ferry"),
        ("User Reviews", None),
        ("Ratings & Reviews", None),
        ("312 reviews", None),
    ],
)
def test_title_named_with_its_page(text: str, title: str | None) -> None:
    assert words(text, without_page(line(text))) == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ferry is a 1997 Norwegian drama film directed by Ann Lee.", True),
        ("The Ferry (Norwegian: Ferja, lit. 'the boat') was a lost film of 1921.", True),
        ("There was a time when a film could be slow.", False),
        ("A ferryman with a week to live crosses the lake.", False),
    ],
)
def test_definition(text: str, expected: bool) -> None:
    assert is_definition(line(text)) is expected


def test_score_and_rank_share_a_line() -> None:
    ranked = line("85  82nd")
    assert [(piece.name, ranked.of(piece.span)) for piece in head_of(ranked)] == [
        ("score", "85"),
        ("percentile", "82nd"),
    ]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Ann Lee: Slow, but good.\nBo Vance: I cried twice!\nCy Dorn: Not for me, sorry.", 3),
        ("otter_dan – slow but good\nmila_v – adrift", 2),
        ("Ann Lee – Captain Holt\nBo Vance – the ferryman\nCy Dorn – Old Tom", 0),
        ("Home Video: Blue Anchor, Inc.\nWorld Sales: Red Anchor\nPress Office: Lund & Co.", 0),
    ],
)
def test_names_run_into_texts_and_not_into_parts(text: str, signed: int) -> None:
    assert len(signatures(lines_of(text))) == signed
