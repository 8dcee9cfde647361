"""Where a drawing goes: a terminal with a width and colours, or plain lines for a pipe or a file."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # rich costs 50 ms, which a table alone should pay
    from rich.console import RenderableType

_ENDLESS: Final = 100_000  # columns: a line in a pipe is never wrapped
_CONTROLS: Final = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")


@dataclass(frozen=True, slots=True)
class Screen:
    """`width` is that of the terminal in columns; None is no terminal: no colours, no frames, no wrapping."""

    width: int | None = None
    colour: bool = True

    @property
    def terminal(self) -> bool:
        """Whether a person looks at a terminal."""
        return self.width is not None

    def draw(self, drawing: "RenderableType") -> str:
        """What a rich renderable looks like there, with no blanks at the ends of lines."""
        from rich.console import Console

        out = io.StringIO()
        console = Console(
            file=out,
            width=self.width or _ENDLESS,
            force_terminal=self.terminal and self.colour,
            color_system="standard" if self.terminal and self.colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        console.print(drawing)
        return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def plain(text: str) -> str:
    """The text on one line, without control characters: what a document says cannot steer a terminal."""
    return " ".join(text.translate(_CONTROLS).split())


def spaced(name: str) -> str:
    """The words of a name in camel case: "originalYear" → "original year"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
