"""The names of one film's people in; which are forms of one name (initials, "Jr.", transcription, order), out.

A form is no likeness: the letters say the same by the rules of abbreviation and transcription. It counts only between
people who are credited for the same in the same film, and whom no document lists side by side.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.resolve.context import Cast, Context
from kg.resolve.names import abbreviates, is_short, surname, transcribed


def variants(film: str, context: Context) -> dict[str, str]:
    """For each name of the film that another document has in fuller or more usual form, that form."""
    if not context.several_speak_of(film):
        return {}
    cast = context.cast(film)
    fuller: dict[str, set[str]] = defaultdict(set)
    for left, right in _pairs([key for key in sorted(cast.people) if not is_short(key)]):
        if cast.credited_alike(left, right) and not cast.listed_together(left, right):
            short, full = _by_fullness(left, right, cast)
            if short:
                fuller[short].add(full)
    return {key: full for key in fuller if (full := _fullest(key, fuller))}


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs that can be forms of one name, each once."""
    blocks: dict[object, list[str]] = defaultdict(list)
    for name in names:
        blocks[surname(name)].append(name)
        blocks[transcribed(name)].append(name)
    return iter(sorted({pair for block in blocks.values() for pair in combinations(block, 2)}))


def _by_fullness(left: str, right: str, cast: Cast) -> tuple[str, str]:
    """The two with the shorter first, or the rarer where both are whole; ("", "") when they are two names."""
    for short, full in ((left, right), (right, left)):
        if abbreviates(short, full):
            return short, full
    if transcribed(left) != transcribed(right):
        return "", ""
    rare, usual = sorted((left, right), key=lambda key: (cast.times(key), key))
    return rare, usual


def _fullest(name: str, fuller: Mapping[str, set[str]]) -> str:
    """The one form that all others of a name lead to; "" where they lead to several."""
    seen, ends, ahead = {name}, set(), [*fuller[name]]
    while ahead:
        each = ahead.pop()
        if each not in seen:
            seen.add(each)
            ahead += fuller.get(each, ())
            ends |= {each} if each not in fuller else set()
    return ends.pop() if len(ends) == 1 else ""
