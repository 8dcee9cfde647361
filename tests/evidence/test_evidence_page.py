"""OUT/evidence.html: every text whole, every quotation marked where it stands, filters that filter, and no requests."""

import re
import shutil
import subprocess
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path

import pytest
from proving import quoted

from kg.assemble import Detail, Encoding
from kg.export import Graph
from kg.export.evidence_page import PAGE, write_page
from kg.export.texts import read_texts
from kg.model import Document
from kg.pipeline import Options, build
from kg.rdf import RdfFile

TEXT = (
    "Žluté Moře is a 1966 Czech drama film 🎬 directed by Věra Novák & <b>not</b> by “Émile”. "
    'It stars Jan Dvořák as </div><script>alert("x")</script>Petr. It was not written by Ota Říha.\n'
)


class Page(HTMLParser):
    """The page as a browser takes it apart: texts, what is marked in them, and the tags with their attributes."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.marked: dict[str, str] = defaultdict(str)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._depth, self._numbers = 0, ""
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if dict(attrs).get("class") == "text":
            self._depth = 1
            self.texts.append("")
        elif self._depth and tag == "mark":
            self._numbers = dict(attrs)["data-q"] or ""

    def handle_endtag(self, tag: str) -> None:
        self._depth = 0 if tag == "div" else self._depth
        self._numbers = "" if tag == "mark" else self._numbers

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.texts[-1] += data
        for number in self._numbers.split():
            self.marked[number] += data


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    (folder / "yellow <i>.txt").write_text(TEXT, encoding="utf-8")
    (folder / "blue.txt").write_text("Modré Moře is a 1968 Czech comedy film directed by Věra Novák.", encoding="utf-8")
    build([str(folder)], folder / "out", Options(model=None))
    return folder / "out"


def test_every_text_is_there_and_every_quotation_marked(out: Path) -> None:
    page, texts = Page(out / PAGE), read_texts(out)
    assert page.texts == [texts[name] for name in sorted(texts)]
    assert sorted(page.marked.values()) == sorted(quotation.quote for quotation, _ in quoted(out))


def test_every_quotation_is_told_with_relation_status_and_confidence(out: Path) -> None:
    told = [attrs for tag, attrs in Page(out / PAGE).tags if tag == "li"]
    assert len(told) == len(quoted(out))
    assert {attrs["data-s"] for attrs in told} == {"Asserted", "Denied"}
    assert {"kg:screenwriter", "schema:director"} <= {r for attrs in told for r in (attrs["data-r"] or "").split()}
    assert all(0 < float(attrs["data-c"] or 0) <= 1 for attrs in told)


def test_what_a_text_says_is_never_markup(out: Path) -> None:
    page = Page(out / PAGE)
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert "i" not in {tag for tag, _ in page.tags}
    assert "yellow &lt;i&gt;.txt" in (out / PAGE).read_text(encoding="utf-8")


def test_nothing_is_asked_of_any_network(out: Path) -> None:
    for tag, attrs in Page(out / PAGE).tags:
        assert not {"src", "srcset", "action", "data", "background"} & attrs.keys(), tag
        assert (attrs.get("href") or "#").startswith("#")
    text = (out / PAGE).read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|https?://", text)


def test_the_page_can_be_used_without_seeing_it(out: Path) -> None:
    tags = Page(out / PAGE).tags
    assert ("html", {"lang": "en"}) in tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"] for _, attrs in tags if "href" in attrs} <= {f"#{name}" for name in ids}
    text = (out / PAGE).read_text(encoding="utf-8")
    assert len(re.findall(r"<label>[^<]*<(?:select|input)", text)) == 7
    assert len(re.findall("<(?:select|input)", text)) == 7
    assert "prefers-color-scheme: dark" in text


def test_a_page_too_large_ends_and_says_so(out: Path, tmp_path: Path) -> None:
    texts, graph = read_texts(out), Graph.of(RdfFile.open(out).quads())
    write_page(graph, [Document(name, text) for name, text in texts.items()], tmp_path, largest=1)
    assert Page(tmp_path / PAGE).texts == [texts["blue.txt"]]
    assert "with all 2 documents" in (tmp_path / PAGE).read_text(encoding="utf-8")
    assert "with all" not in (out / PAGE).read_text(encoding="utf-8")


def test_a_build_without_evidence_has_a_page_that_says_so(out: Path, tmp_path: Path) -> None:
    build([str(out / "texts.jsonl")], tmp_path / "out", Options(model=None, evidence=Encoding(Detail.NONE)))
    page = Page(tmp_path / "out" / PAGE)
    assert (len(page.texts), len(page.marked)) == (2, 0)
    assert "keeps no evidence" in (tmp_path / "out" / PAGE).read_text(encoding="utf-8")


def test_the_filters_filter(out: Path, tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no browser is installed")
    choose = """<script>byId("relation").value = "kg:screenwriter"; form.dispatchEvent(new Event("input"));</script>"""
    page = (out / PAGE).read_text(encoding="utf-8").replace("</body>", f"{choose}</body>")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    command = [
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--dump-dom",
        f"--user-data-dir={tmp_path / 'user'}",
    ]
    shown = subprocess.run([*command, (tmp_path / "page.html").as_uri()], capture_output=True, text=True, timeout=60)
    (tmp_path / "shown.html").write_text(shown.stdout, encoding="utf-8")
    tags = Page(tmp_path / "shown.html").tags
    visible = [attrs for tag, attrs in tags if tag == "li" and "hidden" not in attrs]
    assert [(attrs["data-r"], attrs["data-s"]) for attrs in visible] == [("kg:screenwriter schema:author", "Denied")]
    marked = [attrs for tag, attrs in tags if tag == "mark" and "on" in (attrs["class"] or "").split()]
    assert [attrs["class"] for attrs in marked] == ["on open"]
    assert f">1 of {len(quoted(out))} quotations<" in shown.stdout
