"""Identity from texts to IRIs: what articles write is what the resolver decides on."""

from itertools import permutations

import pytest

from kg.model import Document, Extraction, Kind, Verdict
from kg.pipeline import study_all
from kg.pipeline.runners import Here
from kg.resolve import Resolution, resolve
from kg.vocab import BaseIri

BASE = "https://films.test/"


def resolved(*texts: str) -> Resolution:
    documents = [Document(f"{number}", text) for number, text in enumerate(texts)]
    studied = [found for found in study_all(documents, None, Here()) if isinstance(found, Extraction)]
    assert len(studied) == len(texts)
    return resolve(studied, BaseIri(BASE))


def iris(r: Resolution, kind: Kind) -> set[str]:
    return {entity.iri.removeprefix(BASE) for entity in r.entities if entity.kind is kind}


SILENT = "Slow Barge is a 1922 American silent drama film directed by Rex Hale and starring Una Bly."
LATE = "Cold Lamp is a 1985 American crime film directed by Rex Hale and starring Gus Amory."


@pytest.mark.parametrize("texts", list(permutations([SILENT, LATE, LATE.replace("Cold Lamp", "Tin Roof")])))
def test_two_directors_of_one_name_sixty_years_apart_are_two_whatever_the_order(texts: tuple[str, ...]) -> None:
    r = resolved(*texts)
    assert {"person/rex-hale--slow-barge", "person/rex-hale--cold-lamp"} <= iris(r, Kind.PERSON)
    [why] = [j for j in r.judgements if j.verdict is Verdict.DIFFERENT and "/person/" in j.left]
    assert why.reason == "films from 1922 to 1985 with none for 63 years"


def test_without_a_clash_the_name_alone_is_the_iri() -> None:
    assert "person/rex-hale" in iris(resolved(SILENT, LATE.replace("1985", "1931")), Kind.PERSON)


@pytest.mark.parametrize(
    "other",
    [
        "Slow Barge is a 1951 Irish drama film directed by Jón Æsir. It was re-released in 1973 with a new score.",
        "Slow Barge is an Irish drama film directed by Jón Æsir. It premiered at the Venice Film Festival in 1950.",
        "Slow Barge (also known as The Barge) is a 1951 Irish drama film directed by Jon Aesir.",
        "Slow Barge is a 1952 Irish drama film directed by Jón Æsir.",
        "The Barge (also known as Slow Barge) is a 1951 Irish drama film directed by Jón Æsir.",
        "SLOW BARGE is a 1951 Irish drama film directed by J. Æsir and starring Ann Sorel.",
    ],
)
def test_two_pages_about_one_film_are_one(other: str) -> None:
    r = resolved("Slow Barge is a 1951 Irish drama film directed by Jón Æsir and starring Ann Sorel.", other)
    assert iris(r, Kind.MOVIE) == {
        f"movie/slow-barge-{1950 if 'Venice' in other else 1951}"
    }  # the year it was first seen
    assert {iri for iri in iris(r, Kind.PERSON) if "sir" in iri} == {"person/jon-aesir"}


@pytest.mark.parametrize(
    "other",
    [
        "Slow Barge is a 1973 Irish drama film directed by Jón Æsir.",
        "Slow Barge is a 1951 Irish drama film directed by Per Holt and starring Gus Amory.",
        "Slow Barge is a 1952 Irish drama film directed by Per Holt and starring Gus Amory.",
        "Slow Barges is a 1951 Irish drama film directed by Jón Æsir.",
    ],
)
def test_two_films_stay_two_and_why_is_on_record(other: str) -> None:
    r = resolved("Slow Barge is a 1951 Irish drama film directed by Jón Æsir and starring Ann Sorel.", other)
    assert len(iris(r, Kind.MOVIE)) == 2
    told = [j for j in r.judgements if j.verdict is not Verdict.SAME and "/movie/" in j.left]
    assert len(told) == ("Barges" not in other)
    assert all(j.reason for j in told)
