"""Text in, whether it is English out: English words first, a language model only where they leave a doubt."""

import re
from functools import cache
from typing import Any, Final

# Words that are frequent in English pages and rare in other languages; "is", "was", "in" and "of" are Dutch words too.
_FREQUENT: Final = """
    a an and are as at be been but by for from has he her his into it its not on or she that the their they this to
    were what when where which while who with would you
    award cast country directed director distributor drama editing film language movie music plays plot
    producer released review runtime screenplay starring stars studio writer written
"""
_WORDS: Final = frozenset(_FREQUENT.split())
_WORD: Final = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN: Final = re.compile("[\u0251-\U0010ffff]")

_ENOUGH: Final = 0.25  # share of English words that settles it
_SOME: Final = 0.1  # below it, a likely foreign verdict is believed, above it only a sure one
_LIKELY: Final = 0.25  # probability
_SURE: Final = 0.9
_FEW: Final = 5  # words; in fewer nothing can be told
_SAMPLE: Final = 20_000  # code points that are looked at


def is_english(text: str) -> bool:
    """Whether the text is worth reading as English; in doubt it is.

    Capitalised words do not count: foreign names fill many an English page, English titles many a foreign one.
    """
    sample = text[:_SAMPLE].lower() if text.isupper() else text[:_SAMPLE]
    if _mostly_other_script(sample):
        return False
    words = [word for word in _WORD.findall(sample) if word[0].islower()]
    share = sum(word in _WORDS for word in words) / max(1, len(words))
    if share >= _ENOUGH or len(words) < _FEW:
        return True
    language, probability = _identifier().classify(" ".join(words))
    return bool(language == "en" or probability < (_SURE if share >= _SOME else _LIKELY))


def _mostly_other_script(text: str) -> bool:
    others = sum(map(str.isalpha, _BEYOND_LATIN.findall(text)))
    return others > sum(map(str.isalpha, text)) / 4 if others else False


@cache
def _identifier() -> Any:  # py3langid has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
