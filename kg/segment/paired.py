"""Lists in which every second line tells what the person above did ("Ada Holt / Director / Bo Vance / Editor")."""

from collections.abc import Callable, Sequence
from typing import Final

from kg.segment.lines import Line
from kg.segment.markup import is_section_name

_MOST: Final = 200  # lines of a list that are looked at


def is_second(lines: Sequence[Line], at: int, is_key: Callable[[int], bool]) -> bool:
    """Whether a line is the second of a pair: from the gap or heading above on, no first line is a key."""
    if at == 0 or lines[at].after_gap or is_key(at - 1):
        return False
    start = at
    while start > max(0, at - _MOST) and not (lines[start].after_gap or is_section_name(lines[start].text)):
        start -= 1
    start += is_section_name(lines[start].text)
    return (at - start) % 2 == 1 and not any(map(is_key, range(start, at, 2)))
