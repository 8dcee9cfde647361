"""Values in, pages out: the Jinja2 templates of this room, in which everything that data says is escaped."""

from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

FOLDER: Final = Path(__file__).parent / "templates"
_LINE: Final = 200  # characters of a name that a page shows
_TEXT: Final = 1200  # characters of a story or a review


class Templates:
    """The pages of one site."""

    def __init__(self, **shared: object) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["line"] = lambda text: _cut(text, _LINE)
        self._environment.filters["text"] = lambda text: _cut(text, _TEXT)
        self._environment.globals.update(shared)

    def page(self, name: str, values: Mapping[str, object], block: str = "") -> bytes:
        """A page by its template; `block` is a script element that is safe already."""
        template = self._environment.get_template(name)
        return template.render(block=Markup(block), number=count(1).__next__, **values).encode()


def _cut(text: str, longest: int) -> str:
    """The text, shortened where it would fill the page, without the marks that turn the direction of what follows."""
    told = "".join(c for c in text[: longest + 1] if c not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return told if len(text) <= longest else f"{told[:longest].rstrip()}…"
