"""The five pages that the program was made for, and the project's own examples of them."""

import csv
import json
from datetime import datetime
from pathlib import Path

import pytest

from kg.model import Block, BlockKind, Document
from kg.segment import segment

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LAYOUTS = ["synopsis", "encyclopedia", "user-reviews", "rating-page", "critic"]
EXAMPLES = {
    "encyclopedia": "encyclopedia",
    "synopsis": "synopsis",
    "user-reviews": "user-reviews",
    "ratings": "rating-page",
    "critic": "critic",
}


def original(number: int) -> tuple[str, str, tuple[Block, ...]]:
    pages = sorted((SHARED / "seeds").glob(f"00{number}_*.txt"))
    if not pages:
        pytest.skip("the original pages are not here")
    text = pages[0].read_bytes().decode("utf-8")
    segmentation = segment(Document("page", text))
    return text, segmentation.layout, segmentation.blocks


def gold(document: str, relation: str) -> list[list[str]]:
    with (SHARED / "gold" / "seeds.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]
    return [row for row in rows if row[0] == document and row[3] == relation]


@pytest.mark.parametrize("number", range(5))
def test_original_is_known_by_its_form(number: int) -> None:
    assert original(number)[1] == LAYOUTS[number]


def test_original_infobox_and_cast_are_whole() -> None:
    text, _, blocks = original(1)
    box, _, rest = text.partition("== Plot ==")
    fields = [b.span.of(text) for b in blocks if b.kind is BlockKind.FIELD]
    assert fields == [line[2:] for line in box.splitlines() if line.startswith("- ")]
    cast = [b.span.of(text) for b in blocks if b.kind is BlockKind.ITEM]
    assert cast == [line[2:] for line in rest.splitlines() if line.startswith("- ")]
    roles = {f"{row[4]} as {row[5]}" for row in gold("001", "role") if row[1] != "?"}
    assert set(cast) == roles


def test_original_reviewers_have_their_names() -> None:
    text, _, blocks = original(2)
    reviews = [b for b in blocks if b.kind is BlockKind.REVIEW]
    assert sorted(b.label for b in reviews) == sorted(row[4] for row in gold("002", "review"))
    assert [b.entry for b in reviews] == list(range(1, len(reviews) + 1))
    lines = {line for line in text.splitlines() if line}
    assert all(f"{b.label} {b.span.of(text)}" in lines for b in reviews)


def test_original_ratings_have_date_score_percentile_and_body() -> None:
    text, _, blocks = original(3)
    entries: dict[int, dict[str, str]] = {}
    for block in blocks:
        if block.entry:
            name = "body" if block.kind is BlockKind.REVIEW else block.label
            entries.setdefault(block.entry, {})[name] = block.body.of(text)
    found = [
        (
            datetime.strptime(e["date"], "%d %b %Y").date().isoformat(),
            f"rating={e['score']};percentile={e['percentile'][:-2]}",
        )
        for _, e in sorted(entries.items())
    ]
    assert found == [(row[4], row[5]) for row in gold("003", "review")]
    assert all(f"{e['percentile']}\n{e['body']}\n" in text for e in entries.values())
    assert [b.span.of(text) for b in blocks if b.label == "aggregate"] == [
        line for line in text.splitlines() if line.startswith("Avg")
    ]


def test_original_piece_of_a_critic_is_one_review() -> None:
    text, _, blocks = original(4)
    (review,) = blocks
    assert (review.kind, review.entry, review.span.of(text)) == (BlockKind.REVIEW, 1, text.strip())


@pytest.mark.parametrize("page", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda p: p.stem)
def test_example_page_is_known_as_what_its_name_says(page: Path) -> None:
    (expected,) = [layout for ending, layout in EXAMPLES.items() if page.stem.endswith(ending)]
    assert segment(Document("page", page.read_text(encoding="utf-8"))).layout == expected


def test_leads_of_encyclopedias_are_paragraphs() -> None:
    path = SHARED / "bench" / "leads.jsonl"
    if not path.exists():
        pytest.skip("the leads are not here")
    with path.open(encoding="utf-8") as file:
        leads = [json.loads(line)["text"] for line in file][::7]
    others = [text for text in leads if segment(Document("page", text)).layout != "paragraph"]
    assert len(others) <= 1  # one of them is wiki source with an infobox
