"""Where every graph comes from, and by which run of which program."""

from dataclasses import replace
from importlib.metadata import version

from built import Built, built
from stating_films import Page, pages

from kg.model import Document, Extraction

SLUG = "001-59ab"


def page(text: str = "A text.", **more: str) -> Extraction:
    film = Page("001_59ab.txt").film("Salt Wind", 1990).extraction()
    return replace(film, claims=(), document=Document("001_59ab.txt", text, **more))


def run(b: Built) -> str:
    (found,) = b.values(f"graph/{SLUG}", "prov:wasGeneratedBy", "provenance")
    return found


def test_a_graph_names_its_document_and_the_document_its_file() -> None:
    b = built(pages(Page("001_59ab.txt").film("Salt Wind", 1990)))
    assert b.values(f"graph/{SLUG}", "prov:wasDerivedFrom", "provenance") == {SLUG}
    assert b.values(f"document/{SLUG}", "schema:identifier", "provenance") == {"001_59ab.txt"}
    assert b.values(f"document/{SLUG}", "schema:about", "provenance") == {"salt-wind-1990"}
    assert b.values(f"document/{SLUG}", "schema:encodingFormat", "provenance") == {"text/plain"}
    assert b.values(f"run/{run(b)}", "prov:wasAssociatedWith", "provenance") == {f"kg-{version('kg')}"}


def test_an_address_and_a_digest_are_kept() -> None:
    b = built([page("Čtyři", url="https://films.test/a")])
    assert b.values(f"document/{SLUG}", "schema:url", "provenance") == {"https://films.test/a"}
    assert b.values(f"document/{SLUG}", "schema:sha256", "provenance") == {Document("x", "Čtyři").sha256}


def test_a_document_about_no_film_has_provenance_all_the_same() -> None:
    b = built([replace(page(), about=None)])
    assert b.values(f"document/{SLUG}", "schema:about", "provenance") == set()
    assert b.values(f"graph/{SLUG}", "prov:wasDerivedFrom", "provenance") == {SLUG}


def test_the_run_is_named_by_what_it_read() -> None:
    assert run(built([page("One.")])) == run(built([page("One.")]))
    assert run(built([page("One.")])) != run(built([page("Two.")]))
