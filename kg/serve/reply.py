"""What a worker sends back: status, media type and body; a refusal is a problem document (RFC 9457)."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

PROBLEM: Final = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is ready to be sent."""

    body: bytes
    media_type: str
    status: int = 200


def problem(status: int, detail: str) -> Reply:
    """The reply that says what went wrong and what to do."""
    document = {"title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Reply(json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"), PROBLEM, status)
