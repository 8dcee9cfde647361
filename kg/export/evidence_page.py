"""A graph and the documents behind it in; one page out that shows in each text what it is quoted for, with filters.

The page holds everything it needs, asks nothing of any network, and can be read without its script.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Final

import pyoxigraph as ox

from kg.export.graph import Graph
from kg.export.quotations import Quotation, document_names, quotations
from kg.model import Document, Status
from kg.vocab import curie, term
from kg.vocab.iris import last_level

PAGE: Final = "evidence.html"
LARGEST: Final = 4000  # quotations on a page; documents past them are left out, and the page says so
_TEMPLATE: Final = Path(__file__).with_name("evidence_page.html")
_LABELS: Final = (term("schema:disambiguatingDescription"), term("schema:name"))  # the last one found counts

Numbered = tuple[int, Quotation]


def write_page(
    graph: Graph, documents: Iterable[Document], folder: Path, largest: int = LARGEST, among: int | None = None
) -> None:
    """The page of a build: its documents by id, as many as have `largest` quotations together, one at the least.

    `documents` may be the first of `among` so many, and `graph` hold no more than what is quoted from these.
    """
    quoted: dict[str, list[Quotation]] = defaultdict(list)
    names = document_names(graph.quads)
    for quotation in quotations(graph.quads):
        quoted[names[quotation.document]].append(quotation)
    ordered = sorted(documents, key=lambda document: document.id)
    shown = _that_fit(ordered, quoted, largest)
    text = _page(shown, among or len(ordered), quoted, _labels(graph.facts))
    (folder / PAGE).write_text(text, encoding="utf-8", newline="\n")


def recount_page(page: Path, folder: Path, before: int, among: int) -> None:
    """The page of another build that shows the same, of `among` documents where it says `before`."""
    text = page.read_text(encoding="utf-8").replace(_of_all(before), _of_all(among), 1)
    (folder / PAGE).write_text(text, encoding="utf-8", newline="\n")


def _that_fit(documents: Sequence[Document], quoted: dict[str, list[Quotation]], largest: int) -> Sequence[Document]:
    total = 0
    for count, document in enumerate(documents):
        total += len(quoted[document.id])
        if count and total > largest:
            return documents[:count]
    return documents


def _page(shown: Sequence[Document], among: int, quoted: dict[str, list[Quotation]], labels: dict[str, str]) -> str:
    seen = [quotation for document in shown for quotation in quoted[document.id]]
    numbers = iter(enumerate(seen, start=1))
    relations = sorted({curie(s.predicate.value) for quotation in seen for s in quotation.statements})
    sections = (_document(d, [next(numbers) for _ in quoted[d.id]], labels) for d in shown)
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        note=_note(len(shown), among, len(seen)),
        relations="".join(f"<option>{escape(name)}</option>" for name in relations),
        statuses="".join(
            f'<label><input type="checkbox" name="status" value="{status}" checked> {status.lower()}</label>'
            for status in Status
        ),
        documents="".join(sections),
    )


def _note(shown: int, among: int, seen: int) -> str:
    told = f"{seen:,} quotations from {shown:,} document{'s' * (shown != 1)}, each marked in its text."
    if shown < among:
        told += f"{_of_all(among)} it ends here, in the order of their names; "
        told += "<code>kg explain</code> shows the words of every statement."
    if not seen:
        told += " The build keeps no evidence (<code>--evidence none</code>)."
    return told


def _of_all(among: int) -> str:
    return f" The page would be too large with all {among:,} documents:"


def _document(document: Document, quoted: Sequence[Numbered], labels: dict[str, str]) -> str:
    anchor = f"d{quoted[0][0]}-" if quoted else "d-"
    items = "".join(_item(number, quotation, anchor, labels) for number, quotation in quoted)
    return (
        f"<details open><summary><h2>{escape(document.id)}</h2> {len(quoted):,} quotations</summary>\n"
        f'<div class="both"><div class="text">{"".join(_marked(document.text, quoted, anchor))}</div>\n'
        f"<ol>\n{items}</ol></div></details>\n"
    )


def _marked(text: str, quoted: Sequence[Numbered], anchor: str) -> Iterator[str]:
    """The text cut wherever a quotation begins or ends; every piece within one names those that it belongs to."""
    cuts = sorted({0, len(text), *(at for _, q in quoted for at in (q.start, q.end))})
    begin: dict[int, list[int]] = defaultdict(list)
    end: dict[int, list[int]] = defaultdict(list)
    for number, quotation in quoted:
        begin[quotation.start].append(number)
        end[quotation.end].append(number)
    within: dict[int, None] = {}
    for left, right in pairwise(cuts):
        within = {n: None for n in (*within, *begin[left]) if n not in end[left]}
        words = escape(text[left:right], quote=False)
        numbers = " ".join(map(str, within))
        yield f'<mark class="on" id="{anchor}{left}" data-q="{numbers}">{words}</mark>' if within else words


def _item(number: int, quotation: Quotation, anchor: str, labels: dict[str, str]) -> str:
    """What a quotation is quoted for."""
    relations = sorted({curie(s.predicate.value) for s in quotation.statements})
    values = sorted({_label(s.object, labels) for s in quotation.statements})
    subject = _label(quotation.statements[0].subject, labels)
    return (
        f'<li id="q{number}" data-r="{" ".join(map(escape, relations))}" data-s="{quotation.status}"'
        f' data-c="{quotation.confidence}"><a href="#{anchor}{quotation.start}">{escape(subject)}</a>'
        f" {escape(', '.join(relations))} <b>{escape('; '.join(values))}</b>"
        f" <span>{escape(quotation.rule)}, {quotation.confidence}, {quotation.status.lower()}</span></li>\n"
    )


def _labels(facts: Graph) -> dict[str, str]:
    """What things are called, by IRI."""
    names = sorted((q for q in facts.quads if q.predicate in _LABELS), key=lambda q: _LABELS.index(q.predicate))
    return {str(getattr(q.subject, "value", "")): str(getattr(q.object, "value", "")) for q in names}


def _label(node: object, labels: dict[str, str]) -> str:
    if isinstance(node, ox.NamedNode):
        name = curie(node.value)
        return labels.get(node.value, last_level(node.value) if name == node.value else name)
    return str(getattr(node, "value", node))
