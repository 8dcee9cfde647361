"""Two hundred hostile requests: each gets the answer that is due to it, none a 500, none touches a file or another host."""

import re
import socket
import threading
import tomllib
from pathlib import Path
from urllib.parse import quote

import pytest

CASES = tomllib.loads((Path(__file__).parent / "hostile.toml").read_text(encoding="utf-8"))["case"]
REPEATED = re.compile(r"\{([^{}]+?)\*(\d+)\}|\{([{}(!)])\*(\d+)\}", re.DOTALL)
SECRETS = (b"root:x:0:0", b"[build-system]", b'"base"')


@pytest.fixture(scope="module")
def canary():
    """Address of a server that notes who comes."""
    came = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen():
            while True:
                try:
                    connection, client = listening.accept()
                except OSError:
                    return
                came.append(client)
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/", came
        listening.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def files(films_out):
    """What lies in the folder that is served, with the time of the last change."""
    return lambda: {p: p.stat().st_mtime_ns for p in sorted(films_out.parent.rglob("*"))}


def meant(text, canary):
    text = REPEATED.sub(lambda m: (m[1] or m[3]) * int(m[2] or m[4]), text)
    return text.replace("{canary}", canary)


def path_of(case, canary):
    if "query" in case:
        return f"/sparql?query={quote(meant(case['query'], canary), safe='')}"
    if "film" in case:
        return f"/queries/remake-of?format=html&film={quote(meant(case['film'], canary), safe='')}"
    return meant(case["path"], canary)


def sent(server, case, canary):
    """The bytes that come back; the request goes out as it is written, past every check of a client's library."""
    body = meant(case.get("body", ""), canary).encode()
    headers = {"host": "127.0.0.1", "connection": "close"} | ({"content-length": str(len(body))} if body else {})
    headers |= {name: meant(value, canary) for name, value in case.get("headers", {}).items()}
    lines = [
        f"{case.get('method', 'GET')} {path_of(case, canary)} HTTP/1.1",
        *(f"{k}: {v}" for k, v in headers.items()),
    ]
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_it_gets_the_answer_that_is_due(server, canary, files, case):
    address, came = canary
    before = files()
    answer = sent(server, case, address)
    status = int(answer.split(b" ", 2)[1])
    assert status in case["status"], answer[:400]
    assert not any(secret in answer for secret in SECRETS)
    assert b"Traceback" not in answer and b"<script>alert" not in answer
    assert not came
    assert files() == before


def test_the_server_is_as_well_as_before(web, server):
    assert web.get("/health").json()["status"] == "ok"
    assert not any("Traceback" in line for line in server.log)


def test_there_are_enough_of_them():
    assert len(CASES) >= 100
    assert len({case["name"] for case in CASES}) == len(CASES)
