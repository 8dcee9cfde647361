"""Blocks in pages: found again, replaced, and all around them untouched."""

import json
import re
from pathlib import Path

import jinja2
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from web_films import BASE, films_graph, hostile_graph

from kg.cli import kg
from kg.errors import InputError, UsageError
from kg.store import open_graph
from kg.web import Snippets, embedded, install

IRI = f"{BASE}movie/low-tide-2001"
SCRIPT = f'<script type="application/ld+json" data-kg="{IRI}">{{}}</script>'
PAGE = b"<!doctype html>\r\n<html><head>\r\n<title>Tide \xe9</title>\r\n</head>\r\n<body></body></html>"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("graph") / "films.nq"
    file.write_text("".join(f"{q} .\n" for q in films_graph().quads))
    return file


def test_the_block_goes_before_the_end_of_the_head() -> None:
    assert embedded(PAGE, IRI, SCRIPT) == PAGE.replace(b"</head>", SCRIPT.encode() + b"\r\n</head>")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<!-- </head> --><body>x</body>", b"<!-- </head> --><body>x%s\n</body>"),
        (b"<head><script>'</head>'</script></HEAD>", b"<head><script>'</head>'</script>%s\n</HEAD>"),
        (b"just text", b"just text%s\n"),
        (b"", b"%s\n"),
    ],
)
def test_comments_and_scripts_are_no_heads(page: bytes, expected: bytes) -> None:
    assert embedded(page, IRI, SCRIPT) == expected % SCRIPT.encode()


@given(st.binary(), st.binary())
def test_around_the_block_every_byte_stays(before: bytes, after: bytes) -> None:
    page = before.replace(b"\0", b"") + b"<head></head>" + after.replace(b"\0", b"")
    if page.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    once = embedded(page, IRI, SCRIPT)
    assert re.sub(re.escape(SCRIPT.encode()) + rb"\r?\n", b"", once, count=1) == page


def test_a_second_run_changes_nothing_and_another_text_replaces_the_block() -> None:
    once = embedded(PAGE, IRI, SCRIPT)
    assert embedded(once, IRI, SCRIPT) == once
    other = SCRIPT.replace("{}", '{"name": "Low Tide"}')
    assert embedded(once, IRI, other) == embedded(PAGE, IRI, other)


def test_blocks_of_others_stay() -> None:
    page = PAGE.replace(b"</head>", b'<script type="application/ld+json">{"mine": 1}</script></head>')
    ebb = SCRIPT.replace("low-tide-2001", "ebb-1951")
    both = embedded(embedded(page, IRI, SCRIPT), f"{BASE}movie/ebb-1951", ebb)
    assert all(block in both.decode("latin-1") for block in (SCRIPT, ebb, '{"mine": 1}'))


def test_a_page_in_utf_16_is_refused() -> None:
    with pytest.raises(InputError, match="UTF-8"):
        embedded("<head></head>".encode("utf-16"), IRI, SCRIPT)


def test_hostile_titles_stay_in_their_block(tmp_path: Path) -> None:
    file = tmp_path / "hostile.nq"
    file.write_text("".join(f"{q} .\n" for q in hostile_graph().quads))
    snippets = Snippets(open_graph(file), ratings=True)
    script = snippets.script("low-tide-2001")
    page = embedded(PAGE, snippets.iri("low-tide-2001"), script)
    assert script.count("<") == 2
    assert embedded(page, snippets.iri("low-tide-2001"), script) == page
    assert "</script>" in json.loads(script.partition(">")[2].removesuffix("</script>"))["name"]


def test_embed_writes_once_and_check_only_reports(tmp_path: Path, graph: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(PAGE)
    command = ["embed", str(page), "--film", "Low Tide (2001)", "--in", str(graph)]
    run = CliRunner()
    assert run.invoke(kg, [*command, "--check"]).exit_code == 1
    assert page.read_bytes() == PAGE
    assert run.invoke(kg, command).exit_code == 0
    written = page.read_bytes()
    assert run.invoke(kg, [*command, "--check"]).exit_code == 0
    assert "up to date" in run.invoke(kg, command).output
    assert page.read_bytes() == written
    assert b"Jo Reed" not in written
    run.invoke(kg, [*command, "--with-ratings"])
    assert b"Jo Reed" in page.read_bytes()


def test_embed_names_the_page_that_is_missing(tmp_path: Path, graph: Path) -> None:
    done = CliRunner().invoke(kg, ["embed", str(tmp_path / "no.html"), "--film", "Ebb", "--in", str(graph)])
    assert done.exit_code == 1
    assert "no.html: No such file" in done.output


def test_snippet_prints_the_element_and_suggests_titles(graph: Path) -> None:
    run = CliRunner()
    printed = run.invoke(kg, ["snippet", "ebb", "--in", str(graph)]).output
    assert printed == Snippets(open_graph(graph)).script("Ebb") + "\n"
    wrong = run.invoke(kg, ["snippet", "Low Tyde", "--in", str(graph)])
    assert wrong.exit_code == 2
    assert "Low Tide (2001)" in wrong.output


def test_the_filter_escapes_what_is_no_film_of_the_graph(graph: Path) -> None:
    environment = jinja2.Environment(autoescape=True)
    install(environment, str(graph))
    page = environment.from_string("{{ film }}|{{ film | kg_jsonld }}")
    assert '|<script type="application/ld+json"' in page.render(film="Ebb")
    with pytest.raises(UsageError):
        page.render(film="<b>")


def examples() -> list[str]:
    docs = (Path(__file__).parents[2] / "docs/web.md").read_text()
    return re.findall(r"```python\n(.*?)```", docs, re.DOTALL)


@pytest.fixture
def built(graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg-out").mkdir()
    (tmp_path / "kg-out/graph.nq").write_text(graph.read_text())
    return tmp_path


def test_the_example_for_flask_works(built: Path) -> None:
    made: dict[str, object] = {"__name__": "__main__"}
    exec(examples()[0], made)
    answer = made["app"].test_client().get("/films/Ebb").text  # type: ignore[attr-defined]
    assert "<title>Ebb</title><script" in answer


def test_the_example_for_django_works(built: Path) -> None:
    made: dict[str, object] = {}
    exec(examples()[1], made)
    page = made["environment"](autoescape=True).from_string("{{ 'Ebb' | kg_jsonld }}")  # type: ignore[operator]
    assert page.render().startswith("<script")


def test_the_example_for_static_generators_works(built: Path) -> None:
    exec(examples()[2], {})
    assert '"name": "Ebb"' in (built / "_includes/films/ebb-1951.html").read_text()
