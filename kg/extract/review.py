"""Page in, claims about its reviews out: who wrote each of them when, what it says and which mark it gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.extract.marks import Mark, lone_mark, marks
from kg.extract.review_dates import day_first, review_date
from kg.extract.scales import top_of
from kg.extract.stating import state
from kg.model import Block, BlockKind, Claim, Datatype, Kind, Page, Span, Status, Thing, Value

_RANK: Final = re.compile(r"\d{1,3}")
_VERDICT: Final = re.compile(r"\b(?:overall|rating|score|verdict|rated?|give|grade|total)\b[^.!?]{0,40}$", re.I)
_REPORTED: Final = re.compile(
    r"\b(?:gave|gives|given|awarded|received|averag\w+|score\sof|rating\sof|critics?|reviewers?|based\son)\b", re.I
)
_ONLY_STARS: Final = re.compile(r"(?:^|(?<=[.!?]\s))(?P<stars>\w+(?:\sand\sa\shalf|\s?½)?\sstars?)[.!]?\s*$", re.I)
_BEST_SCORE: Final = Value("100", Datatype.INTEGER)  # of the scores that are ranked in percentiles
_WORST_SCORE: Final = Value("0", Datatype.INTEGER)


@dataclass(slots=True)
class _Entry:
    """The blocks of one review by their part in it ("author", "date", "score", "percentile", "body")."""

    number: int
    blocks: dict[str, Block] = field(default_factory=dict)


def review(page: Page) -> Iterator[Claim]:
    """Every review that the page holds, about the page's own film."""
    entries = _entries(page)
    days = day_first(page.text(e.blocks["date"].body) for e in entries if "date" in e.blocks)
    found = [mark for e in entries if (mark := _mark(page, e)[0])]
    top = top_of(page, found)
    for entry in entries:
        this = Thing(Kind.REVIEW, str(entry.number))
        rating = Thing(Kind.RATING, str(entry.number))
        anchor = entry.blocks.get("body") or entry.blocks.get("score")
        if anchor:
            yield _claim(page, page.main, "schema:review", this, anchor.span, "review.entry")
            yield _claim(page, this, "schema:itemReviewed", page.main, anchor.span, "review.entry")
            yield from _written(page, this, entry, days)
            yield from _rated(page, this, rating, entry, top)


def _entries(page: Page) -> list[_Entry]:
    """The reviews that the page is divided into, or the one that it is as a whole."""
    entries: dict[int, _Entry] = {}
    for block in page.blocks:
        if block.entry is not None:
            part = "body" if block.kind is BlockKind.REVIEW else block.label
            entries.setdefault(block.entry, _Entry(block.entry)).blocks.setdefault(part, block)
    return list(entries.values()) or list(_whole(page))


def _whole(page: Page) -> Iterator[_Entry]:
    """Plain prose whose last sentence gives the writer's own mark is one review; an article tells of others' marks."""
    prose = list(page.of_kind(BlockKind.PROSE))
    if not prose or any(page.of_kind(BlockKind.FIELD, BlockKind.ITEM)):
        return
    last = page.sentences[-1].span
    marked = any(marks(page.document.text, last.start, last.end)) or _ONLY_STARS.fullmatch(page.text(last))
    if marked and not _REPORTED.search(page.text(last)):
        body = Block(Span(prose[0].span.start, prose[-1].span.end), BlockKind.REVIEW)
        yield _Entry(1, {"body": body})


def _written(page: Page, this: Thing, entry: _Entry, days_first: bool | None) -> Iterator[Claim]:
    if author := entry.blocks.get("author"):
        reviewer = Thing(Kind.REVIEWER, " ".join(page.text(author.body).split()))
        yield _claim(page, this, "schema:author", reviewer, author.body, "review.author")
    if (dated := entry.blocks.get("date")) and (found := review_date(page.text(dated.body), days_first=days_first)):
        words, value = found
        span = Span(dated.body.start + words.start, dated.body.start + words.end)
        yield _claim(page, this, "schema:datePublished", value, span, "review.date")
    if body := entry.blocks.get("body"):
        yield _claim(page, this, "schema:reviewBody", Value(page.text(body.span)), body.span, "review.body")


def _rated(page: Page, this: Thing, rating: Thing, entry: _Entry, top: Value | None) -> Iterator[Claim]:
    percentile = entry.blocks.get("percentile")
    mark, rule = _mark(page, entry)
    if mark:
        yield _claim(page, this, "schema:reviewRating", rating, mark.span, rule)
        yield _claim(page, rating, "schema:ratingValue", mark.value, mark.span, rule)
        if mark.top:
            yield _claim(page, rating, "schema:bestRating", mark.top, mark.span, rule)
        elif percentile:
            yield _claim(page, rating, "schema:bestRating", _BEST_SCORE, mark.span, "rating.inferred-scale")
            yield _claim(page, rating, "schema:worstRating", _WORST_SCORE, mark.span, "rating.inferred-scale")
        elif top:
            yield _claim(page, rating, "schema:bestRating", top, mark.span, "rating.page-scale")
    if percentile and (rank := _RANK.search(page.text(percentile.span))):
        value = Value(rank[0], Datatype.INTEGER)
        if not mark:
            yield _claim(page, this, "schema:reviewRating", rating, percentile.span, "rating.percentile")
        yield _claim(page, rating, "kg:percentileRank", value, percentile.span, "rating.percentile")


def _mark(page: Page, entry: _Entry) -> tuple[Mark | None, str]:
    """The mark of a review: the figure beside it, unless that lacks the scale which a mark in its text has."""
    beside, within = _beside(page, entry.blocks.get("score")), _within(page, entry.blocks.get("body"))
    if beside and (beside.top or not within or "percentile" in entry.blocks):
        return beside, "rating.score"
    return within, "rating.text"


def _beside(page: Page, score: Block | None) -> Mark | None:
    if not score:
        return None
    text, span = page.document.text, score.body
    return next(marks(text, span.start, span.end), lone_mark(text, span.start, span.end))


def _within(page: Page, body: Block | None) -> Mark | None:
    """The mark that a review's text calls its verdict, or else gives last."""
    if not body:
        return None
    text = page.document.text
    found = sorted(marks(text, body.span.start, body.span.end), key=lambda m: m.span)
    if not found and (stars := _ONLY_STARS.search(text, body.span.start, body.span.end)):
        return lone_mark(text, stars.start("stars"), stars.end("stars"))
    verdicts = [m for m in found if _VERDICT.search(text, max(body.span.start, m.span.start - 60), m.span.start)]
    return next(reversed(verdicts or found), None)


def _claim(page: Page, subject: Thing, relation: str, object: Thing | Value, span: Span, rule: str) -> Claim:
    """A review is there, whatever its sentences deny or wish."""
    return state(page, subject, relation, object, span, rule, Status.ASSERTED)
