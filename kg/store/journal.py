"""How far a load has come, on disk, so that the next one goes on there."""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


class Journal:
    """The number of steps done of one load: of these quads, to this address, in this way. Anything else begins anew."""

    def __init__(self, source: Path, *load: str) -> None:
        name = f".load-{sha256(load[0].encode()).hexdigest()[:12]}.json"
        self._file = source / name if source.is_dir() else source.with_name(f".{source.name}{name}")
        self._load = list(load)

    def done(self) -> int:
        """Steps known to be done; 0 where nothing is known of this load."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            told = json.loads(self._file.read_text(encoding="utf-8"))
            if told["load"] == self._load:
                return int(told["done"])
        return 0

    def note(self, done: int) -> None:
        """So many steps are done."""
        fresh = self._file.with_name(f"{self._file.name}.new")
        fresh.write_text(json.dumps({"load": self._load, "done": done}), encoding="utf-8")
        fresh.replace(self._file)

    def end(self) -> None:
        """All is done."""
        self._file.unlink(missing_ok=True)
