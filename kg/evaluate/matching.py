"""Whether a prediction is what gold states: names without case, accents and punctuation, dates to gold's precision."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from kg.evaluate.facts import MAIN, ORIGINAL, ROLE, TIES, UNNAMED, GoldFact, Predicted, Prediction, Statement
from kg.lexis import title_key


@lru_cache(maxsize=200_000)
def plain(name: str) -> str:
    """Lower-case ASCII words of a name ("Léa Ó'Hara" → "lea o hara"); the name, casefolded, where none is left."""
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", "".join(letters).casefold()).strip() or name.casefold().strip()


def key(statement: Statement) -> Statement:
    """The form in which two statements are compared and counted once."""
    return Statement(plain(statement.subject), statement.relation, plain(statement.object), plain(statement.detail))


def resolution(subjects: Iterable[str], predicted: Predicted) -> dict[str, str]:
    """What predictions call each subject of gold: the document's own film "", an original by its title, others as gold.

    The own film is the one of the very title that was found, or else of that title but for its article.
    """
    title = predicted.title or ""
    own = {s for s in subjects if plain(s) == plain(title)} or {s for s in subjects if title_key(s) == title_key(title)}
    said = (p.statement for p in predicted.predictions)
    original = next((s.object for s in said if (s.subject, s.relation) == (MAIN, "kg:remakeOf")), UNNAMED)
    if plain(original) == plain(title):
        original = UNNAMED
    return {s: MAIN if s in own else original if s == ORIGINAL else s for s in subjects}


def untitled(statement: Statement, title: str | None) -> Statement:
    """A tie to a film that bears the own film's `title`, or that gold calls "original", as one to a film without title.

    Subjects are read so, too: whether a text repeats the title of its film says nothing of which film it speaks of.
    """
    if statement.relation not in TIES or plain(statement.object) not in {plain(title or ORIGINAL), plain(ORIGINAL)}:
        return statement
    return replace(statement, object=UNNAMED)


def holds(gold: Statement, predicted: Statement) -> bool:
    """Whether the predicted statement is the gold one; both as keys. An empty object of gold stands for any.

    A role matches when one character's name contains the other as whole words: "Mo" and "Captain Mo Reed".
    """
    if (gold.subject, gold.relation) != (predicted.subject, predicted.relation):
        return False
    if gold.object and not same_value(gold.relation, gold.object, predicted.object):
        return False
    if gold.relation == ROLE:
        return _within(gold.detail, predicted.detail) or _within(predicted.detail, gold.detail)
    return gold.detail == predicted.detail


def agrees(gold: GoldFact, prediction: Prediction) -> bool:
    """Whether all that gold says of the object ("a remake of the 2003 film by Lee") is predicted of it too, or more."""
    return all(
        any(_fits(relation, plain(value), plain(said)) for said in prediction.context.get(relation, ()))
        for relation, value in gold.qualifiers.items()
    )


def _fits(relation: str, gold: str, predicted: str) -> bool:
    """Whether a qualifier is the value, or names it in part: "Lee" for "Ann Lee"."""
    return same_value(relation, gold, predicted) or (not gold.isdigit() and _within(gold, predicted))


def same_value(relation: str, gold: str, predicted: str) -> bool:
    """Whether two plain values are one: equal as text, number or duration, or a date that gold knows less precisely."""
    if gold == predicted:
        return True
    if relation == "schema:datePublished":
        return predicted.startswith(f"{gold} ")
    measure = _minutes if relation == "schema:duration" else _number
    return measure(gold) is not None and measure(gold) == measure(predicted)


def _within(part: str, whole: str) -> bool:
    return f" {part} " in f" {whole} "


def _minutes(text: str) -> float | None:
    """Minutes of a plain duration: "pt1h26m"."""
    parts = re.fullmatch(r"pt(?:(\d+)h)?(?:(\d+)m)?", text)
    return 60 * int(parts[1] or 0) + int(parts[2] or 0) if parts else None


def _number(text: str) -> float | None:
    try:
        return float(text.replace(" ", "."))
    except ValueError:
        return None
