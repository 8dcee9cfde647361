"""The limits that a server keeps; each has a default that suits a machine with two cores."""

from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """Times in seconds, sizes in bytes; `memory` is what a query may need beyond the store itself."""

    timeout: float = 10.0
    memory: int = 512 * MEGABYTE
    workers: int = 3
    result: int = 32 * MEGABYTE
    request: int = MEGABYTE
    connections: int = 512
    waiting: int = 256  # queries that may wait for a worker; the next one is told to come again
