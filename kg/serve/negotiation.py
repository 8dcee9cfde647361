"""An Accept header and what is on offer in; the media type to answer in out (RFC 9110 §12.5.1)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_QUALITY: Final = re.compile(r"q\s*=\s*([01](?:\.\d{0,3})?)", re.IGNORECASE)
_LONGEST: Final = 4096  # characters of a header that are read


def negotiate(accept: str, offered: Sequence[str]) -> str | None:
    """The best liked of the media types on offer, the first among equals; None when the client wants none of them."""
    ranges = dict(_ranges(accept[:_LONGEST])) or {"*/*": 1.0}
    liked = [(max(_quality(ranges, media), 0.0), -rank, media) for rank, media in enumerate(offered)]
    quality, _, media = max(liked)
    return media if quality > 0 else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        media, *parameters = (p.strip().lower() for p in part.split(";"))
        if media:
            yield media, _weight(parameters)


def _weight(parameters: Iterable[str]) -> float:
    """The weight that is given; 0 when it is no number, 1 without one."""
    for parameter in parameters:
        if parameter.startswith("q"):
            match = _QUALITY.fullmatch(parameter)
            return min(float(match[1]), 1.0) if match else 0.0
    return 1.0


def _quality(ranges: dict[str, float], media: str) -> float:
    """The weight of the most specific range that fits."""
    for fits in (media, f"{media.split('/')[0]}/*", "*/*"):
        if fits in ranges:
            return ranges[fits]
    return 0.0
