"""A page about several films states of each what is its own, with words from their places in the page."""

from kg.annotate import Recogniser
from kg.model import Document, Extraction, Kind, Thing
from kg.pipeline.studying import study

PAGE = """THE QUIET HARBOUR (2004, Marta Lindqvist) Jonas Hale plays a widowed pilot who takes in a runaway. ★★★★

A HOUSE OF SALT (1998, Ines Ferrer) Petra Voss plays an heiress who would rather not be one. ★★
"""


def test_films_people_and_reviews_are_told_apart() -> None:
    found = study(Document("page", PAGE), Recogniser())
    assert isinstance(found, Extraction)
    titles = {
        c.object.text: c.subject for c in found.claims if c.relation == "schema:name" and c.subject.kind is Kind.MOVIE
    }
    assert titles.keys() == {"THE QUIET HARBOUR", "A HOUSE OF SALT"}
    assert found.about == titles["THE QUIET HARBOUR"]
    directors = {c.subject: c.object.key for c in found.claims if c.relation == "schema:director"}
    assert directors == {titles["THE QUIET HARBOUR"]: "Marta Lindqvist", titles["A HOUSE OF SALT"]: "Ines Ferrer"}
    reviewed = {c.subject.key: c.object for c in found.claims if c.relation == "schema:itemReviewed"}
    assert reviewed == {"1": titles["THE QUIET HARBOUR"], "2": titles["A HOUSE OF SALT"]}
    roles = [c.subject for c in found.claims if c.subject.kind is Kind.ROLE]
    assert {role.parts for role in roles} == {
        (titles["THE QUIET HARBOUR"], Thing(Kind.PERSON, "Jonas Hale")),
        (titles["A HOUSE OF SALT"], Thing(Kind.PERSON, "Petra Voss")),
    }
    for claim in found.claims:
        assert PAGE[claim.evidence.span.start : claim.evidence.span.end] == claim.evidence.quote


WRAPPED = """The Quiet Harbour

The Quiet Harbour is a 2004 drama film that was directed by Marta
Lindqvist and written by her sister Ines. It stars Jonas Hale as a
widowed pilot who takes in a runaway and teaches her to read the
weather over one long winter. It is a remake of A House of Salt.
"""


def test_names_broken_over_lines_are_read_and_quoted_as_they_stand() -> None:
    found = study(Document("page", WRAPPED), Recogniser())
    assert isinstance(found, Extraction)
    directed = next(c for c in found.claims if c.relation == "schema:director")
    assert isinstance(directed.object, Thing)
    assert directed.object.key == "Marta Lindqvist"
    assert "Marta\nLindqvist" in directed.evidence.quote
