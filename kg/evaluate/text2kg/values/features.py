"""A value in, what speaks for and against its being gold for a label out, as names of features.

Features are of form, of what was extracted, and of the words around: no name is ever one of them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.evaluate.text2kg.logit import Candidate
from kg.evaluate.text2kg.readings.patterns import names_of
from kg.evaluate.text2kg.scoring import squash
from kg.evaluate.text2kg.subject.words import lexeme
from kg.evaluate.text2kg.values.evidence import Evidence
from kg.lexis import is_company
from kg.lexis.given import is_full_name
from kg.lexis.names import opens_a_name
from kg.vocab import country_code

_TITLED: Final = re.compile(
    r"(?:Captain|Agent|Doctor|Dr|Miss|Mr|Mrs|Princess|Prince|King|Queen|Detective|Inspector|Professor|Colonel|Major"
    r"|Sergeant|Lord|Lady|Judge|Count|Baron)\b"
)
_NAME_IN_BRACKETS: Final = re.compile(r"\s\((?:[A-Z][\w.]+ ?){1,3}\)")
_MARK: Final = re.compile(r"['’]s\b|[,.;:)(]")


def candidates(known: Evidence, label: str) -> list[Candidate]:
    """The values that a label may have, and "none of them" last."""
    values = known.candidates(label)
    in_order = sorted(values, key=lambda value: _place(known.hidden, value))
    said = f"said={bool(known.claimed.get(label))}"
    none = Candidate("", frozenset({"none", f"none {label}", f"none {said}"}))
    return [*(Candidate(v, frozenset(_features(known, label, v, in_order))) for v in values), none]


def _features(known: Evidence, label: str, value: str, values: Sequence[str]) -> Iterator[str]:
    of_any = {*_extracted(known, label, value), *_among(value, values)}
    yield from of_any
    yield from (f"{label}: {feature}" for feature in of_any)
    yield from (f"{label}: {feature}" for feature in _form(known, value))
    yield from (f"{label}: read {other}" for other in known.read.get(squash(value), ()))
    if label != "publication date":  # dates are written anew, and stand nowhere
        yield from (f"{label}: {feature}" for feature in _context(known, value))
    yield f"{label}: first" if value == values[0] else f"{label}: later"
    if value == values[-1]:
        yield f"{label}: last"


def _extracted(known: Evidence, label: str, value: str) -> Iterator[str]:
    claimed = known.claimed.get(label, set())
    yield f"said={squash(value) in map(squash, claimed)}, anything={bool(claimed)}"
    yield from (f"is {relation}" for relation in known.relations.get(squash(value), ()))


def _among(value: str, values: Sequence[str]) -> Iterator[str]:
    if not opens_a_name(value):
        yield "opens no name"
    if value.startswith("the "):
        yield "article"
    if any(value != other and value in other for other in values):
        yield "part of another"
    if any(value != other and other in value for other in values):
        yield "holds another"


def _form(known: Evidence, value: str) -> Iterator[str]:
    yield from (f"kind={kind}" for kind in known.kinds.get(value, ()))
    yield f"words={min(len(value.split()), 5)}"
    yield f"full name={is_full_name(value)}"
    checks = {
        "company": is_company(value),
        "country": bool(country_code(value)),
        "city": bool(names_of("cities").fullmatch(value)),
        "no place": bool(names_of("no_places").search(value)),
        "titled": bool(_TITLED.match(value)),
        "only in the title": value not in known.hidden,
    }
    yield from (name for name, holds in checks.items() if holds)


def _context(known: Evidence, value: str) -> Iterator[str]:
    """The words on both sides, and the small words that govern the list of names that a value stands in."""
    text = known.hidden if value in known.hidden else known.sentence
    start = text.find(value)
    if start < 0:
        return
    before, behind = text[:start].split(), text[start + len(value) :]
    governing = _governing(before)
    yield f"governed by {' '.join(governing[-1:]) or 'nothing'}"
    yield f"governed by {' '.join(governing)}"
    yield f"before={_word(before[-1] if before else 'START')}"
    mark = _MARK.match(behind.lstrip(" ") if behind.startswith(" (") else behind)
    yield f"behind={mark[0] if mark else _word((behind.split() or ['END'])[0])}"
    if _NAME_IN_BRACKETS.match(behind):
        yield "before a name in brackets"


def _governing(before: Sequence[str]) -> list[str]:
    """The last two words before a list of names ("directed by Ann Lee and …": directed, by) that are small."""
    last = len(before)
    while last and not _governs(before, last - 1):
        last -= 1
    words = (re.sub(r"[^\w'-]", "", word) for word in before[max(0, last - 2) : last])
    return [word for word in words if word[:1].islower()]


def _governs(words: Sequence[str], index: int) -> bool:
    word = words[index]
    joins = word in ("and", "with") and index > 0 and not words[index - 1][0].islower()
    ends = word[-1] in ".;:" and len(word) > 3
    return ends or (word[0].islower() and not joins)


def _word(word: str) -> str:
    return lexeme(word) + ("," if word.endswith(",") else "")


def _place(text: str, value: str) -> tuple[bool, int, str]:
    place = text.find(value)
    return (place < 0, place, value)
