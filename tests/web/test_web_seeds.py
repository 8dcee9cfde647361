"""A site of the example pages: real input before the same judges as the invented films."""

import json
from pathlib import Path

import extruct
import pyoxigraph as ox
import pytest
from judges import judge, needs_chromium, needs_node
from test_web_frames import bundled, canonical, read_back

from kg.export.frames import FRAMES, Framing
from kg.pipeline import Options, build
from kg.store import open_graph
from kg.web.material import material, presentable
from kg.web.site import SiteOptions, write_site

SEEDS = Path(__file__).parents[2] / "seeds"
INPUTS = [str(SEEDS), str(Path(__file__).parents[1] / "read/web"), str(Path(__file__).parents[1] / "read/wiki")]
pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    build(INPUTS, folder / "out", Options(model=None))
    return folder / "out"


@pytest.fixture(scope="module")
def site(built: Path) -> Path:
    write_site(built, built.with_name("site"), SiteOptions(ratings=True, title="Films"))
    return built.with_name("site")


def documents(site: Path) -> list[dict[str, object]]:
    pages = (
        page
        for kind in ("movie", "person", "organization", "character")
        for page in sorted((site / kind).glob("*.html"))
    )
    return [
        document for page in pages for document in extruct.extract(page.read_text(), syntaxes=["json-ld"])["json-ld"]
    ]


def test_extruct_and_pyld_read_back_every_fact(built: Path, site: Path) -> None:
    framing = Framing(presentable(material(open_graph(built))))
    found = documents(site)
    assert len(found) > 200
    for document in found:
        thing = ox.NamedNode(str(document["@id"]))
        assert canonical(read_back(json.dumps(document))) == canonical(framing.triples(thing))


@needs_node
def test_jsonld_js_reads_the_same(built: Path) -> None:
    framing = Framing(material(open_graph(built)))
    things = [thing for kind in FRAMES for thing in framing.things(kind)]
    given = {
        "documents": [framing.document(t) for t in things],
        "context": bundled("https://schema.org", None)["document"],
    }
    for thing, quads in zip(things, judge("to-rdf.mjs", given=json.dumps(given)), strict=True):
        stated = {q.triple for q in ox.parse(quads, format=ox.RdfFormat.N_QUADS)}
        assert canonical(stated) == canonical(framing.triples(thing))


@needs_node
def test_the_validator_of_rich_results_finds_no_error(site: Path) -> None:
    found = judge("structured-data.mjs", *sorted(site.rglob("*.html")))
    assert found["errors"] == []
    assert found["things"] > 200


@needs_node
@needs_chromium
def test_chromium_and_axe_find_nothing_wrong(site: Path) -> None:
    found = judge("browser.mjs", site, "movie/interview-2007.html", "schuurman")
    assert not (found["errors"] or found["requests"] or found["violations"] or found["sideways"]), found
    assert found["results"][0].startswith("Katja Schuurman")
    assert found["evidence"]


def test_the_site_read_as_input_states_the_same_makers_casts_and_remakes(built: Path, site: Path) -> None:
    build([str(site / "movie")], built.with_name("again"), Options(model=None))
    query = """PREFIX schema: <http://schema.org/> PREFIX kg: <https://w3id.org/film-kg#>
        SELECT ?film ?relation ?person WHERE {
            VALUES ?relation { schema:director kg:screenwriter schema:actor kg:remakeOf } ?film ?relation ?person ; schema:name ?name .
            FILTER NOT EXISTS { ?person a schema:PerformanceRole } }"""
    stated, again = (
        {tuple(map(str, row)) for row in open_graph(out).query(query)} for out in (built, built.with_name("again"))
    )
    assert len(stated) > 100
    lost = {(film, relation) for film, relation, _ in stated - again}
    assert len(stated & again) / len(stated) > 0.97, lost
