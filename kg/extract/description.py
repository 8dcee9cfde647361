"""Page in, claims of schema:description out: the logline, or the first sentence that says what the film is about."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.film_phrase import speaks_of_film
from kg.extract.reading import sentences
from kg.extract.stating import state
from kg.lexis.prefilter import prefiltered
from kg.model import BlockKind, Claim, Page, Span, Status, Value

_TELLS: Final = prefiltered(
    r"\s(?:(?:primarily|mainly|mostly|loosely|also)\s)?(?:follows|tells|depicts|chronicles|portrays|recounts|explores|describes|dramatizes"
    r"|relates|revolves\saround|cent(?:er|re)s\s(?:on|around|upon)|focuses\son|concentrates\son|deals\swith|concerns|is\sabout|is\sthe\sstory\sof"
    r"|is\sset)\b"
)
_STORY: Final = re.compile(
    r"(?:^|[,;]\s)(?:the\s(?:film|movie|picture)['’]s|its|the)\s(?:plot|story|storyline|narrative)$", re.I
)


def description(page: Page) -> Iterator[Claim]:
    """One summary of the page's own film in the text's own words."""
    loglines = (b.span for b in page.of_kind(BlockKind.PROSE) if b.label == "synopsis")
    if logline := next(loglines, None):
        yield _claim(page, logline, "description.logline")
    elif sentence := next(filter(lambda s: _summarises(page, s), sentences(page)), None):
        yield _claim(page, sentence, "description.sentence")


def _summarises(page: Page, sentence: Span) -> bool:
    verb = _TELLS.search(page.document.text, sentence.start, sentence.end)
    if not verb or page.film_at(verb.start()) != page.main:
        return False
    subject = page.document.text[sentence.start : verb.start()]
    return bool(_STORY.search(subject)) or speaks_of_film(page, subject)


def _claim(page: Page, span: Span, rule: str) -> Claim:
    return state(page, page.main, "schema:description", Value(page.text(span)), span, rule, Status.ASSERTED)
