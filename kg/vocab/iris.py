"""The sole mint of IRIs: names in, `{base}{kind}/{slug}` out; the same names always give the same IRI."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Final
from unicodedata import normalize

import pyoxigraph as ox
from slugify import slugify

DEFAULT_BASE: Final = "https://example.org/kg/"
PART: Final = "--"  # joins parts: a second "/" would make the IRI unwritable as a prefixed name
LONGEST: Final = 120  # characters of one part; longer ones are cut and told apart by a hash
_PLAIN: Final = re.compile(r"[A-Za-z0-9 .:!?/()'’-]*")  # most names; nothing in them has to be transliterated
_WORD: Final = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Lower-case ASCII words joined by "-"; a hash of the text where no letter or digit can be transliterated."""
    text = normalize("NFC", text)  # composed and decomposed letters are one, in the hash as well
    made = _slug_of_plain(text) if _PLAIN.fullmatch(text) else str(slugify(text, replacements=[["’", ""], ["'", ""]]))
    if not made:
        return "x" + short_hash(text)
    return made if len(made) <= LONGEST else f"{made[:LONGEST].rstrip('-')}-{short_hash(text)}"


def _slug_of_plain(text: str) -> str:
    """What slugify makes of it, ten times as fast."""
    return "-".join(_WORD.findall(text.lower().replace("’", "").replace("'", "")))


def short_hash(*parts: str) -> str:
    """First 16 hex digits of the SHA-256 of the parts, each closed by a NUL so that no two lists collide."""
    return sha256("\0".join((*parts, "")).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class BaseIri:
    """Mints every IRI of a build under one base, which ends with "/": a "#" marks the places within documents."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not self.base.endswith("/") or "#" in self.base:
            raise ValueError(f"a base IRI ends with / and holds no #, not {self.base!r}")
        try:
            ox.NamedNode(self.base)
        except ValueError as error:
            raise ValueError(f"{self.base!r} is no absolute IRI: {error}") from error

    def mint(self, kind: str, *parts: str) -> str:
        """IRI of a thing of `kind`; each part is slugged, parts are joined by "--", empty ones dropped."""
        return f"{self.base}{kind}/{PART.join(slug(p) for p in parts if p)}"

    def join(self, kind: str, *slugs: str) -> str:
        """IRI from parts that are slugs already (the last level of other IRIs)."""
        return f"{self.base}{kind}/{slugs[0] if len(slugs) == 1 else PART.join(filter(None, slugs))}"


def last_level(iri: str) -> str:
    """The slug of an IRI that was minted here."""
    return iri.rsplit("/", 1)[-1]
