"""The environment in; the name and password, or the token, that triple stores are asked with out.

They come from nowhere else: a command line is seen by every user of a machine.
"""

import os
from dataclasses import dataclass, field
from typing import Final

from kg.errors import UsageError

WAYS: Final = ("basic", "digest")
HINT: Final = "set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"


@dataclass(frozen=True, slots=True)
class Credentials:
    """`way` is how name and password are to be sent, basic or digest; None where the environment leaves it open."""

    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)
    way: str | None = None

    @classmethod
    def given(cls) -> "Credentials":
        """Those of KG_STORE_USER, KG_STORE_PASSWORD and KG_STORE_AUTH, or of KG_STORE_TOKEN. UsageError."""
        way = os.environ.get("KG_STORE_AUTH") or None
        if way is not None and way not in WAYS:
            raise UsageError.unknown("way of KG_STORE_AUTH", way, WAYS)
        return cls(
            os.environ.get("KG_STORE_USER") or None,
            os.environ.get("KG_STORE_PASSWORD", ""),
            os.environ.get("KG_STORE_TOKEN") or None,
            way,
        )
