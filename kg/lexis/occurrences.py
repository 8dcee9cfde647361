"""Words in, every place in a text where they stand out: quicker than a pattern that is made for them."""

from collections.abc import Iterator

from kg.model import Span


def occurrences(text: str, words: str, start: int = 0, end: int | None = None, joints: str = "_") -> Iterator[Span]:
    """Where words stand in this stretch of a text and are no part of a longer word, in which `joints` stand, too."""
    stop = len(text) if end is None else end
    at = text.find(words, start, stop)
    while at >= 0:
        behind = at + len(words)
        if _is_free(text[at - 1 : at], joints) and (behind >= stop or _is_free(text[behind], joints)):
            yield Span(at, behind)
            at = text.find(words, max(behind, at + 1), stop)
        else:
            at = text.find(words, at + 1, stop)


def _is_free(letter: str, joints: str) -> bool:
    return not letter or not (letter.isalnum() or letter in joints)
