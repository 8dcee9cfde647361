"""Bytes in, text out: UTF-8 as it stands, other encodings recognised; the byte order mark goes, line ends stay."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

# Only English texts are wanted, so the candidates are those that English is written in: among all ninety-odd, short
# texts are too often taken for an Eastern European or Chinese encoding.
_CANDIDATES: Final = ["utf_32", "utf_16", "utf_16_le", "utf_16_be", "cp1252", "mac_roman"]
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f]")  # those that are no blanks
_MOST_CONTROLS: Final = 0.01


def decode(data: bytes) -> str | None:
    """The text, or None when the bytes are not text in any encoding that English is written in."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _recognised(data)


def is_binary(text: str) -> bool:
    """Whether decoded bytes are no text: a NUL, or more control characters than a slip of the keyboard leaves."""
    return "\0" in text or len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROLS


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 in which fewer characters are damaged than are whole (a file cut short, a stray byte)."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return text if sum(c > "\x7f" for c in text) - damaged > damaged else None


def _recognised(data: bytes) -> str | None:
    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    return None if best is None else str(best).removeprefix("\ufeff")
