"""How the entries of a page are made: its lines and their anchors in; where entries begin and their heads end, out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.segment.asides import is_aside
from kg.segment.lines import Line

_MOST_ABOVE: Final = 3  # lines of a head above its anchor, and below
TITLE_WORDS: Final = 14  # most words of a heading, and of words that stand beside marks


@dataclass(frozen=True, slots=True)
class Form:
    """How the entries of a page are made: where they begin and their heads end, as lines from the anchor."""

    anchors: Sequence[int]
    starts: Sequence[int]
    below: int
    text_above: bool

    def head(self, i: int) -> range:
        """The lines of an entry's head, its anchor among them, as far as the next entry."""
        following = self.starts[i + 1 : i + 2]
        return range(self.starts[i], min([self.anchors[i] + self.below + 1, *following]))


def form_of(lines: Sequence[Line], anchors: Sequence[int]) -> Form:
    """The form that most of the entries at these anchors have."""
    if _stand_below(lines, anchors):
        bounds = [-1, *anchors]
        starts = [_paragraph(lines, bounds[i] + 1, at) for i, at in enumerate(anchors)]
        return Form(anchors, starts, 0, text_above=True)
    heights = [_height(lines, at, anchors) for at in anchors]
    loose = [height for at, height in zip(anchors, heights, strict=True) if not lines[at - height].after_gap]
    most = sorted(heights[1:])[len(heights) // 2 - 1]
    least = min([*loose, most])
    starts = [
        at - (min(height, most) if lines[at - min(height, most)].after_gap else min(height, least))
        for at, height in zip(anchors, heights, strict=True)
    ]
    return Form(anchors, starts, _depth(lines, anchors), text_above=False)


def _stand_below(lines: Sequence[Line], anchors: Sequence[int]) -> bool:
    """Whether marks stand below their texts: most of them end a paragraph, with text above in it."""
    below = [at for at in anchors if lines[at].before_gap and not lines[at].after_gap]
    texts = [at for at in below if any(line.is_prose for line in _above(lines, at))]
    return 2 * len(texts) > len(anchors)


def _above(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines above this one in its paragraph."""
    start = at
    while start > 0 and not lines[start].after_gap:
        start -= 1
    return lines[start:at]


def _paragraph(lines: Sequence[Line], first: int, at: int) -> int:
    return max(first, at - len(_above(lines, at)))


def _is_short(line: Line) -> bool:
    return not is_aside(line) and line.words <= TITLE_WORDS and not (line.is_prose and line.text[-1:] == ".")


def _height(lines: Sequence[Line], at: int, anchors: Sequence[int]) -> int:
    """How many lines above an anchor may belong to its head."""
    height = 0
    while height < min(_MOST_ABOVE, at) and not lines[at - height].after_gap:
        if at - height - 1 in anchors or not _is_short(lines[at - height - 1]):
            break
        height += 1
    return height


def _depth(lines: Sequence[Line], anchors: Sequence[int]) -> int:
    """How many lines below most anchors belong to the head: short ones, with more below them."""
    depth = 0
    while depth < _MOST_ABOVE:
        rest = [at for at in anchors if at + depth + 2 < len(lines) and not lines[at + depth].before_gap]
        head = [at for at in rest if _goes_on(lines, at + depth + 1)]
        if 2 * len(head) <= len(anchors):
            return depth
        depth += 1
    return depth


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is no text and has something below it in its paragraph."""
    line = lines[at]
    open_ended = not line.before_gap or (lines[at + 1].is_prose and not line.ends_sentence)
    return (is_aside(line) or not line.is_prose) and open_ended and line.words <= TITLE_WORDS
