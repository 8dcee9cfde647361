"""Country and language names as texts write them, in; ISO 3166 codes, English names and BCP 47 tags out."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from babel import Locale

# What CLDR lists among the territories of two letters and is no country: unions, islands of another country, stand-ins.
_NO_COUNTRIES: Final = frozenset(["ac", "cp", "cq", "dg", "ea", "eu", "ez", "ic", "qo", "ta", "un", "xa", "xb", "zz"])


@cache
def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """Two tables: code to English name, and every spelling, case included, to code."""
    cldr = {code.lower(): name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}
    names = {code: name for code, name in cldr.items() if code not in _NO_COUNTRIES}
    spellings = {spelling: code for code, name in names.items() for spelling in _spellings(name)}
    for code, (name, *others) in _table("countries.toml").items():
        names[code] = name or cldr[code]
        spellings.update(dict.fromkeys([*_spellings(names[code]), *others], code))
    return names, spellings


def _spellings(name: str) -> tuple[str, ...]:
    """CLDR's name and the same in plain typing ("St. Kitts & Nevis" → "Saint Kitts and Nevis")."""
    return name, name.replace("’", "'").replace("&", "and").replace("St.", "Saint")


def country_code(text: str) -> str | None:
    """ISO 3166 code, lower case, of a country's name or demonym ("Dutch" → "nl"); None when it is neither."""
    return _countries()[1].get(text.strip())


def country_name(code: str) -> str:
    """English name of a country ("nl" → "Netherlands")."""
    return _countries()[0][code]


@cache
def country_spellings() -> tuple[str, ...]:
    """Every spelling that `country_code` knows, the longest first, for patterns."""
    return tuple(sorted(_countries()[1], key=lambda s: (-len(s), s)))


@cache
def _languages() -> dict[str, str]:
    """Every name of a language to its tag; of several tags with one name, the first in the alphabet."""
    cldr = {name: tag.replace("_", "-") for tag, name in sorted(Locale("en").languages.items(), reverse=True)}
    return cldr | {name: tag for tag, names in _table("languages.toml").items() for name in names}


def language_tag(text: str) -> str | None:
    """BCP 47 tag of a language's English name ("Dutch" → "nl"); None when it is not one."""
    return _languages().get(text.strip())


def _table(file: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))
