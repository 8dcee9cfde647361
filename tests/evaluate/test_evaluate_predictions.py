from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.builds import from_build
from kg.evaluate.facts import Predicted, Statement
from kg.evaluate.predictions import from_extraction
from kg.model import Claim, Document, Evidence, Extraction, Kind, Span, Status, Thing, Value
from kg.model.claim import Datatype

TEXT = "Low Tide (1951), Ann Lee's remake of Ebb by Di Moss, has Bo Vance as the voice of Mo. Quill gives it 6/10."
FILM, EBB = Thing(Kind.MOVIE, "main"), Thing(Kind.MOVIE, "original")
ANN, BO, DI = (Thing(Kind.PERSON, name) for name in ("Ann Lee", "Bo Vance", "Di Moss"))
ROLE = Thing(Kind.ROLE, "Mo", (FILM, BO))
REVIEW, RATING = Thing(Kind.REVIEW, "1"), Thing(Kind.RATING, "1")
DOCUMENT = Document("low-tide.txt", TEXT)


def claim(subject: Thing, relation: str, object: Thing | Value, status: Status = Status.ASSERTED) -> Claim:
    span = Span(0, len("Low Tide"))
    return Claim(subject, relation, object, Evidence.quoting(DOCUMENT, span, "prose", 0.9, status))


CLAIMS = (
    claim(FILM, "schema:name", Value("Low Tide")),
    claim(FILM, "schema:datePublished", Value("1951", Datatype.GYEAR)),
    claim(FILM, "kg:screenwriter", ANN),
    claim(FILM, "schema:director", BO, Status.DENIED),
    claim(FILM, "kg:remakeOf", EBB),
    claim(EBB, "schema:name", Value("Ebb")),
    claim(EBB, "schema:director", DI),
    claim(FILM, "schema:actor", BO),
    claim(FILM, "schema:actor", ROLE),
    claim(ROLE, "schema:actor", BO),
    claim(ROLE, "schema:characterName", Value("Mo")),
    claim(ROLE, "kg:creditKind", Thing(Kind.CONCEPT, "Voice")),
    claim(FILM, "schema:countryOfOrigin", Thing(Kind.COUNTRY, "nl")),
    claim(FILM, "schema:review", REVIEW),
    claim(REVIEW, "schema:author", Thing(Kind.REVIEWER, "Quill")),
    claim(REVIEW, "schema:reviewRating", RATING),
    claim(REVIEW, "schema:mentions", EBB),
    claim(RATING, "schema:ratingValue", Value("6", Datatype.DECIMAL)),
    claim(DI, "schema:jobTitle", Value("editor")),
)
STATEMENTS = {
    Statement("", "schema:name", "Low Tide"),
    Statement("", "schema:datePublished", "1951"),
    Statement("", "year", "1951"),
    Statement("", "kg:screenwriter", "Ann Lee"),
    Statement("", "writer", "Ann Lee"),
    Statement("", "kg:remakeOf", "Ebb"),
    Statement("Ebb", "schema:name", "Ebb"),
    Statement("Ebb", "schema:director", "Di Moss"),
    Statement("", "schema:actor", "Bo Vance"),
    Statement("", "role", "Bo Vance", "Mo"),
    Statement("", "credit kind", "Bo Vance", "Voice"),
    Statement("", "schema:countryOfOrigin", "Netherlands"),
    Statement("", "schema:review", "Quill"),
    Statement("", "schema:mentions", "Ebb"),
    Statement("Di Moss", "schema:jobTitle", "editor"),
}


def statements(predicted: Predicted) -> set[Statement]:
    return {p.statement for p in predicted.predictions}


def test_an_extraction_becomes_statements_by_name() -> None:
    predicted = from_extraction(Extraction(DOCUMENT, FILM, CLAIMS))
    assert statements(predicted) == STATEMENTS
    assert (predicted.id, predicted.title, predicted.text) == ("low-tide.txt", "Low Tide", TEXT)


def test_what_is_said_of_an_object_comes_with_it() -> None:
    predicted = from_extraction(Extraction(DOCUMENT, FILM, CLAIMS))
    context = {p.statement: p.context for p in predicted.predictions}
    assert context[Statement("", "kg:remakeOf", "Ebb")]["schema:director"] == {"Di Moss"}
    assert context[Statement("", "schema:review", "Quill")]["schema:ratingValue"] == {"6"}


def test_a_prediction_has_its_rule_and_words() -> None:
    predicted = from_extraction(Extraction(DOCUMENT, FILM, CLAIMS))
    assert {(p.rule, p.confidence, p.quote) for p in predicted.predictions} == {("prose", 0.9, "Low Tide")}


def test_an_original_without_a_title_of_its_own_is_the_unnamed_film() -> None:
    for name in ((), (claim(EBB, "schema:name", Value("LOW TIDE")),)):
        claims = (claim(FILM, "schema:name", Value("Low Tide")), *name, claim(EBB, "schema:director", DI))
        predicted = from_extraction(Extraction(DOCUMENT, FILM, claims))
        assert Statement("?", "schema:director", "Di Moss") in statements(predicted)


def test_the_original_does_not_count_as_the_book_that_the_film_is_based_on() -> None:
    book = Thing(Kind.BOOK, "The Shoal")
    named = claim(book, "schema:name", Value("The Shoal"))
    based = (named, claim(FILM, "schema:isBasedOn", book), claim(FILM, "schema:isBasedOn", EBB))
    predicted = from_extraction(Extraction(DOCUMENT, FILM, (*CLAIMS, *based)))
    assert {s.object for s in statements(predicted) if s.relation == "schema:isBasedOn"} == {"The Shoal"}


def test_a_work_that_no_words_name_is_the_unnamed_one() -> None:
    book = Thing(Kind.BOOK, "novel by Di Moss", (FILM,))
    written = (claim(FILM, "schema:isBasedOn", book), claim(book, "schema:author", DI))
    said = statements(from_extraction(Extraction(DOCUMENT, FILM, (*CLAIMS, *written))))
    assert {Statement("", "schema:isBasedOn", "?"), Statement("?", "schema:author", "Di Moss")} <= set(said)


def test_a_document_without_a_film_states_nothing() -> None:
    assert from_extraction(Extraction(DOCUMENT, None, CLAIMS)).predictions == ()


GRAPH = """
<x:g/1> <http://www.w3.org/ns/prov#wasDerivedFrom> <x:d/1> <x:p> .
<x:d/1> <http://schema.org/identifier> "low-tide.txt" <x:p> .
<x:d/1> <http://schema.org/about> <x:movie/low-tide> <x:p> .
<x:movie/low-tide> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Movie> <x:g/1> .
<x:movie/low-tide> <http://schema.org/name> "Low Tide" <x:g/1> .
<x:movie/low-tide> <http://schema.org/actor> <x:role/bo> <x:g/1> .
<x:role/bo> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/PerformanceRole> <x:g/1> .
<x:role/bo> <http://schema.org/actor> <x:person/bo> <x:g/1> .
<x:role/bo> <http://schema.org/characterName> "Mo" <x:g/1> .
<x:role/bo> <https://w3id.org/film-kg#creditKind> <https://w3id.org/film-kg#Voice> <x:g/1> .
<x:person/bo> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Person> <x:g/1> .
<x:person/bo> <http://schema.org/name> "Bo Vance" <x:g/2> .
<x:movie/low-tide> <http://schema.org/genre> "Drama" <x:g/1> .
<x:movie/low-tide> <http://schema.org/genre> "Comedy" <x:g/2> .
<x:e/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/film-kg#Evidence> <x:e> .
<x:e/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <x:movie/low-tide> <x:e> .
<x:e/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <http://schema.org/genre> <x:e> .
<x:e/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <http://schema.org/about> <x:e> .
<x:e/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> "Drama" <x:e> .
<x:e/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <http://schema.org/Movie> <x:e> .
<x:e/1> <http://www.w3.org/ns/prov#wasQuotedFrom> <x:d/1#char=3,8> <x:e> .
<x:e/1> <http://www.w3.org/ns/oa#exact> "drama" <x:e> .
<x:e/1> <https://w3id.org/film-kg#confidence> "0.97"^^<http://www.w3.org/2001/XMLSchema#decimal> <x:e> .
<x:e/1> <https://w3id.org/film-kg#rule> "genre.prose" <x:e> .
"""


def test_a_build_is_read_document_by_document_with_its_evidence(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text(GRAPH.lstrip(), encoding="utf-8")
    (predicted,) = from_build(tmp_path)
    assert (predicted.id, predicted.title) == ("low-tide.txt", "Low Tide")
    assert statements(predicted) == {
        Statement("", "schema:name", "Low Tide"),
        Statement("", "schema:genre", "Drama"),
        Statement("", "role", "Bo Vance", "Mo"),
        Statement("", "credit kind", "Bo Vance", "Voice"),
    }
    drama = next(p for p in predicted.predictions if p.statement.relation == "schema:genre")
    assert (drama.confidence, drama.rule, drama.quote) == (0.97, "genre.prose", "drama")


def test_the_texts_of_a_build_come_along(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text(GRAPH.lstrip(), encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text('{"id": "low-tide.txt", "text": "A drama."}\n', encoding="utf-8")
    (predicted,) = from_build(tmp_path)
    assert predicted.text == "A drama."


def test_a_folder_that_is_no_build(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"graph\.nq: no such file"):
        list(from_build(tmp_path))
