"""`python -m training.lexemes`: counts kg/lexis/lexemes.txt anew from the tables of the package spacy-lookups-data.

The package (MIT licence) has the log probabilities and the Brown clusters of a million English words and forms, counted
on web texts. Kept are numbers about the commonest words alone. It is not needed otherwise and not installed by
`make setup`: `pip install spacy-lookups-data==1.0.5`.
"""

import gzip
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from kg.lexis.lexemes import LEXEMES

_FORMS: Final = 50_000  # the commonest
_WORD: Final = re.compile(r"[^\W\d_]+")
_NEVER: Final = -20.0  # log probability of what does not occur
_BITS: Final = 10  # of a cluster's number, the lowest of which are those of the widest clusters
_STEP: Final = 1.5
_MOST: Final = 4
_HEAD: Final = """\
# The commonest words of English, each with what kg/lexis/lexemes.py says. Counted by training/lexemes.py.
"""


def main() -> None:
    """Write the table, words in their order."""
    chances, clusters = _table("prob"), _table("cluster")
    common = sorted(filter(_WORD.fullmatch, chances), key=lambda word: (-chances[word], word))[:_FORMS]
    lines = (f"{word} {_numbers(word, chances, clusters)}\n" for word in sorted(set(map(str.casefold, common))))
    LEXEMES.write_text(_HEAD + "".join(lines), encoding="utf-8")


def _table(name: str) -> Mapping[str, Any]:
    packed = files("spacy_lookups_data") / "data" / f"en_lexeme_{name}.json.gz"
    table: Mapping[str, Any] = json.loads(gzip.decompress(packed.read_bytes()))
    return table


def _numbers(word: str, chances: Mapping[str, float], clusters: Mapping[str, int | str]) -> str:
    small, capitalised = (chances.get(form, _NEVER) for form in (word, word.capitalize()))
    capital = max(-_MOST, min(_MOST, round((capitalised - small) / _STEP)))
    kinds = (int(clusters.get(form, 0)) % (1 << _BITS) for form in (word, word.capitalize()))
    return " ".join(map(str, (round(-max(small, capitalised) / 2), capital, *kinds)))


if __name__ == "__main__":
    main()
