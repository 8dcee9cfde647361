"""Patterns kept in a file: the same patterns as `re` makes, whatever the file holds."""

import re
import subprocess
import sys

import pytest

from kg.lexis import compiled as room
from kg.lexis.compiled import Kept, compiled, keeping_patterns
from kg.lexis.required import required

LARGE = f"(?:{'|'.join(f'{n}th' for n in range(100))})"
PATTERNS = [
    (LARGE, 0),
    (r"(?P<verb>directed|shot)\sby\s(?P<name>[A-Z]\w+)", 0),
    (r"\bno(?:body|one)\b", re.IGNORECASE),
    ("[\x00-\x1f\ud800-\udfff]", 0),
    (r"(a)(?=b)|(?<!c)d{2,3}?", re.ASCII),
]
TEXT = "Shot by Ann, directed by Bo; nobody, NoOne, \x07 ab ddd cdd"


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_one_that_re_makes(pattern, flags, tmp_path):
    first = Kept(tmp_path / "made" / "patterns")
    programs = [first.program(pattern, flags), first.words(pattern, flags)]
    first.save()
    again = Kept(tmp_path / "made" / "patterns")
    assert [again.program(pattern, flags), again.words(pattern, flags)] == programs
    assert again.words(pattern, flags) == required(pattern, flags)
    made, usual = compiled(pattern, flags), re.compile(pattern, flags)
    assert (made, made.groups, made.groupindex) == (usual, usual.groups, usual.groupindex)
    assert [m.groupdict() for m in made.finditer(TEXT)] == [m.groupdict() for m in usual.finditer(TEXT)]
    assert [m.span() for m in made.finditer(TEXT)] == [m.span() for m in usual.finditer(TEXT)]


def test_what_is_kept_is_not_made_again(tmp_path, monkeypatch):
    first = Kept(tmp_path / "patterns")
    first.program(LARGE, 0)
    first.save()
    monkeypatch.setattr(room, "_program", lambda *_: pytest.fail("compiled again"))
    Kept(tmp_path / "patterns").program(LARGE, 0)


@pytest.mark.parametrize("content", [b"", b"\x93\x01", b"no such file", b"\x92\x91\xc0\x90"])
def test_a_damaged_file_costs_time_only(content, tmp_path):
    (tmp_path / "patterns").write_bytes(content)
    kept = Kept(tmp_path / "patterns")
    assert kept.program(LARGE, 0).groups == 0
    kept.save()
    assert Kept(tmp_path / "patterns").program(LARGE, 0) == kept.program(LARGE, 0)


def test_a_file_that_cannot_be_written_does_no_harm(tmp_path):
    (tmp_path / "file").write_text("")
    kept = Kept(tmp_path / "file" / "patterns")
    kept.program(LARGE, 0)
    kept.save()
    assert not (tmp_path / "file" / "patterns").exists()


def test_a_file_full_of_old_patterns_is_begun_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "_MOST", 2)
    kept = Kept(tmp_path / "patterns")
    for letter in "abc":
        kept.program(letter + LARGE, 0)
    kept.save()
    assert (tmp_path / "patterns").stat().st_size < 10


def test_what_is_no_pattern_is_an_error_as_ever():
    with pytest.raises(re.error), keeping_patterns():
        re.compile("(")
    with keeping_patterns():
        assert re.compile(b"a").match(b"a")


def test_a_second_process_reads_the_file_of_the_first(tmp_path):
    written = set()
    for _ in range(2):
        subprocess.run([sys.executable, "-c", "import kg.pipeline"], env={"XDG_CACHE_HOME": str(tmp_path)}, check=True)
        [file] = (tmp_path / "kg").iterdir()
        written.add(file.stat().st_mtime_ns)
    assert len(written) == 1
