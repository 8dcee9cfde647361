"""Page in, claims of schema:award and kg:nominatedFor out: the prizes that a film won, and those it was put up for."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.reading import film_at, sentences
from kg.extract.stating import state
from kg.extract.words import any_of
from kg.lexis.prefilter import prefiltered
from kg.model import Claim, Page, Span, Value

_CUE: Final = re.compile(
    rf"\b(?:(?P<won>{any_of('award.won')})|(?P<got>{any_of('award.got')})|(?P<nominated>{any_of('award.nominated')})"
    rf"|(?P<lost>{any_of('award.lost')}))\b"
)
_NOMINATION: Final = re.compile(r"\bnominations?\b")
_NAME: Final = rf"(?:[A-Z][\w.'’&-]*\s(?:of\s(?:the\s)?|for\s)?){{0,6}}?{any_of('award.prize')}(?:\sAwards?)?"
_AWARD: Final = prefiltered(rf"(?<![\w-]){_NAME}(?![\w–-]|\s(?:winner|nominee|season)s?\b)")
_RANK: Final = r"(?:Best|Outstanding|Worst)\b"
_CATEGORY: Final = re.compile(
    rf"\b{_RANK}(?:(?:\s[–-]|,)?\s(?:(?:in|of)\s(?:an?\s|the\s)?|(?:by|for)\san?\s|or\s)?(?!{_RANK})[A-Z][\w'’/-]*)+"
)
_OTHER_ARTS: Final = re.compile(rf"\b{any_of('award.other_arts')}\b")
_OTHER_SUBJECT: Final = re.compile(
    rf"(?:\b{any_of('award.other_subject')}\b[^,;]{{0,40}}|\bwho\s(?:(?:had|has|previously|later|also|would)\s){{1,3}})$"
)
_CEREMONY: Final = re.compile(r"\bat\s(?:the\s)?(?:\d+(?:st|nd|rd|th)\s|\d{4}\s)?$", re.I)
_DIRECTLY: Final = re.compile(r"\s(?:nominations?\s)?for\s(?:the\s)?")
_PLURAL: Final = re.compile(r"(?<=[a-zA-Zé]{3})(?<!s)s$")
_ANOTHER: Final = re.compile(  # "… and Far Shore, which won", "1976's Far Shore won"
    r"(?:(?<![.!?]\s)(?P<title>\b[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*),\swhich\s(?:had\s|also\s)?"
    r"|\d{4}['’]s\s[A-Z][\w'’ -]*\s)$"
)


def award(page: Page) -> Iterator[Claim]:
    """Prizes that the page's films won or were put up for."""
    text = page.document.text
    for sentence in sentences(page):
        if not _AWARD.search(text, sentence.start, sentence.end):
            continue
        cues = list(_CUE.finditer(text, sentence.start, sentence.end))
        for cue, end in zip(cues, [*(c.start() for c in cues[1:]), sentence.end], strict=False):
            film, relation = film_at(page, cue.start()), _relation(text, cue, end)
            if film and relation and not _other_subject(page, sentence.start, cue.start()):
                for name, span in _prizes(text, sentence.start, cue.end(), end):
                    yield state(page, film, relation, Value(name), span, f"award.{cue.lastgroup}")


def _other_subject(page: Page, start: int, cue: int) -> bool:
    """Whether the words before a cue make something else than the page's film its subject."""
    text, own = page.document.text, page.films[0].title or ""
    another = _ANOTHER.search(text, start, cue)
    other = another and not (another["title"] and own.endswith(another["title"]))
    return bool(other or _OTHER_SUBJECT.search(text, start, cue))


def _relation(text: str, cue: re.Match[str], end: int) -> str | None:
    """What the words from a cue to the next one say of the prizes that they name."""
    if cue["lost"]:
        return None
    nominated = cue["nominated"] or (cue["got"] and _NOMINATION.search(text, cue.end(), end))
    return "kg:nominatedFor" if nominated else None if cue[0] in ("had", "with") else "schema:award"


def _prizes(text: str, sentence: int, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Prizes named between two places, with their categories; a ceremony ("at the 4th X Awards") is none by itself."""
    before = list(_AWARD.finditer(text, sentence, start))[-1:]
    named = [m for m in _AWARD.finditer(text, start, end) if not _OTHER_ARTS.search(m[0])]
    bare = {m for m in named if not _CEREMONY.search(text, sentence, m.start())}
    for category in _CATEGORY.finditer(text, start, end):
        later = [m for m in named if m.start() >= category.end() and m not in bare]
        earlier = [m for m in (*before, *named) if m.end() <= category.start()]
        direct = [m for m in earlier[-1:] if _DIRECTLY.fullmatch(text, m.end(), category.start())]
        if prizes := direct or later[:1] or earlier[-1:]:
            bare -= {prizes[0]}
            span = Span(min(prizes[0].start(), category.start()), max(prizes[0].end(), category.end()))
            yield f"{_PLURAL.sub('', prizes[0][0])} for {category[0]}", span
    for prize in sorted(bare, key=lambda m: m.start()):
        yield _PLURAL.sub("", prize[0]), Span(*prize.span())
