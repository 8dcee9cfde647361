"""The README's console blocks in, what their commands print out; run as a program it writes that into the README."""

import os
import re
import shutil
import subprocess
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
REST = "...\n"  # a block that ends so shows the beginning of what is printed
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n", re.MULTILINE)
_SUMMARY = re.compile(r"^kg-out: .* s$", re.MULTILINE)


def steps(text: str) -> list[tuple[str, str]]:
    """Every command ("$ …") of the README with what is shown under it."""
    parts = [part for block in _BLOCK.findall(text) for part in _COMMAND.split(block)[1:]]
    return list(zip(parts[::2], parts[1::2], strict=True))


def printed(commands: list[str]) -> list[str]:
    """What the commands print on standard output, one after the other, in a folder with the example pages."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(ROOT / "seeds", Path(place) / "seeds")
        return [_run(command, place) for command in commands]


def shown(output: str, before: str) -> str:
    """An output as the README shows it, cut where it was cut before."""
    if not before.endswith(REST):
        return output
    return "".join(output.splitlines(keepends=True)[: before.count("\n") - 1]) + REST


def steady(output: str) -> str:
    """An output without the figures of a build: its time, and counts that every improvement of a rule changes."""
    return _SUMMARY.sub(lambda line: re.sub(r"[\d,.]+", "#", line[0]), output)


def _run(command: str, place: str) -> str:
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    done = subprocess.run(command, shell=True, cwd=place, env=os.environ | {"PATH": path}, stdout=subprocess.PIPE)
    return done.stdout.decode()


def main() -> None:
    """Write what the commands print today into the README."""
    text = README.read_text(encoding="utf-8")
    old = steps(text)
    for (command, before), output in zip(old, printed([command for command, _ in old]), strict=True):
        text = text.replace(f"$ {command}\n{before}", f"$ {command}\n{shown(output, before)}", 1)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
