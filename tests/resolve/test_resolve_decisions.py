"""What people decide about identity wins over the rules, and is checked."""

from pathlib import Path

import pytest
from deciding import decided, entry
from stating_films import Page, movie, pages, person

from kg.errors import InputError
from kg.model import Judgement, Verdict
from kg.resolve import Resolution, read_decisions, resolve
from kg.vocab import BaseIri

BASE = BaseIri("https://films.test/")
PAGES = (
    Page("a.txt").film("Red Ferry", 2005, ["Per Holt"], ["Una Bly"]).film(None, 1951, ["Gus Amory"], key="original"),
    Page("b.txt").film("Red Ferry", 1951, ["Ilse Marand"], ["Una Blye"]),
    Page("c.txt").film("Red Ferry", 2005, ["Per Holt"], ["Bo Falk"]),
    Page("d.txt").film("Salt Wind", 2004, ["Per Holt"]),
    Page("e.txt").film("Long Shore", 2004, ["Per Holt"]),
)
PAGES[0].remake_of()


def ruled(folder: Path, *entries: str, shuffled: int | None = None) -> Resolution:
    return resolve(pages(*PAGES), BASE, decided(folder, BASE, *entries, shuffled=shuffled))


def film(r: Resolution, document: str, key: str = "main") -> str:
    return r.iri(document, movie(key)).removeprefix(BASE.base)


def who(r: Resolution, document: str, name: str) -> str:
    return r.iri(document, person(name)).removeprefix(BASE.base)


SAME_FILM = entry("same", "movie/untitled--gus-amory-1951", "movie/red-ferry-1951")
SAME_PERSON = entry("same", "person/una-blye", "person/una-bly")
RENAMED = entry("rename", "person/per-holt", name="Per A. Holt")


def test_things_are_one_under_the_iri_of_the_best_known(tmp_path: Path) -> None:
    r = ruled(tmp_path, SAME_FILM, SAME_PERSON)
    assert film(r, "a.txt", "original") == film(r, "b.txt") == "movie/red-ferry-1951"
    assert who(r, "a.txt", "Una Bly") == who(r, "b.txt", "Una Blye") == "person/una-bly"
    said = [j for j in r.judgements if j.reason.startswith("Ada Quist")]
    assert [(j.verdict, j.reason) for j in said] == [(Verdict.SAME, "Ada Quist decided on 2024-05-02: She looked.")] * 2
    assert len([e for e in r.entities if e.name == "Red Ferry"]) == 2


def test_a_film_joined_with_its_original_is_not_its_own_remake(tmp_path: Path) -> None:
    r = ruled(tmp_path, entry("same", "movie/untitled--gus-amory-1951", "movie/red-ferry-2005"))
    assert film(r, "a.txt") == film(r, "a.txt", "original")
    assert any("not its own remake" in j.reason for j in r.judgements)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_entries_makes_no_difference(tmp_path: Path, seed: int) -> None:
    entries = (
        SAME_FILM,
        SAME_PERSON,
        RENAMED,
        entry("same", "movie/salt-wind-2004", "movie/long-shore-2004"),
        entry("same", "movie/red-ferry-1951", "movie/long-shore-2004", why="All one."),
        entry("different", "movie/red-ferry-2005", "movie/salt-wind-2004"),
    )
    straight, shuffled = ruled(tmp_path, *entries), ruled(tmp_path, *entries, shuffled=seed)
    assert shuffled.entities == straight.entities
    assert shuffled.slugs == straight.slugs
    differing = {j.verdict for j in set(straight.judgements) ^ set(shuffled.judgements)}
    assert not differing


def test_an_open_question_is_answered_once(tmp_path: Path) -> None:
    twins = Page("t.txt").film("Low Pier", 1999, cast=["David Moor"])
    other = Page("u.txt").film("Low Pier", 1999, cast=["Davie Moor"])
    texts = pages(twins, other)
    (question,) = [j for j in resolve(texts, BASE).judgements if j.verdict is Verdict.OPEN]
    file = decided(tmp_path, BASE, entry("different", "person/david-moor", "person/davie-moor"))
    answered = [
        j for j in resolve(texts, BASE, file).judgements if (j.left, j.right) == (question.left, question.right)
    ]
    reason = "Ada Quist decided on 2024-05-02: She looked."
    assert answered == [Judgement(question.left, question.right, Verdict.DIFFERENT, reason)]


def test_mentions_that_a_rule_joined_are_parted(tmp_path: Path) -> None:
    r = ruled(
        tmp_path,
        entry("different", "document/a#movie=main", "document/c#movie=main"),
        entry("different", "person/per-holt", "document/d#person=per-holt"),
    )
    assert film(r, "a.txt") != film(r, "c.txt")
    assert who(r, "d.txt", "Per Holt") == "person/per-holt--d"
    assert (
        who(r, "a.txt", "Per Holt") == who(r, "c.txt", "Per Holt") == who(r, "e.txt", "Per Holt") == "person/per-holt"
    )
    assert Verdict.DIFFERENT in {j.verdict for j in r.judgements if j.right.endswith("per-holt--d")}


def test_a_new_name_leaves_the_iri_and_keeps_the_old_name(tmp_path: Path) -> None:
    r = ruled(tmp_path, RENAMED)
    entity = r.named[r.iri("a.txt", person("Per Holt"))]
    assert (entity.iri, entity.name, entity.aliases) == (BASE.base + "person/per-holt", "Per A. Holt", ("Per Holt",))
    (file,) = r.added
    assert [c.evidence.quote for c in file.claims] == [RENAMED.strip()]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            entry("same", "movie/red-fery-2005", "movie/salt-wind-2004"),
            "line 3: nothing .* mean .*movie/red-ferry-2005",
        ),
        (
            SAME_FILM + entry("different", "movie/untitled--gus-amory-1951", "movie/red-ferry-1951"),
            "line 8: .* are one",
        ),
        (entry("different", "document/a#movie=main", "movie/red-ferry-2005"), "are one: .* mentions"),
        (entry("same", "person/una-bly", "movie/red-ferry-2005"), "takes films or people"),
        (entry("rename", "country/us", name="States"), "takes films or people"),
        (entry("same", "movie/red-ferry-2005"), "two IRIs or more"),
        (entry("rename", "person/una-bly"), "lacks name"),
        (entry("same", "person/una-bly", "person/per-holt", value="x"), "has no use for value"),
        (entry("same", "person/una-bly", "person/per-holt", why=" "), "why is empty"),
        (entry("reject", "person/una-bly", relation="schema:name", value=""), "value is empty"),
        ("[[merge]]\nthings = []", r"\[\[merge\]\] is no decision"),
        ("[same]\nthings = []", "table of its own"),
        ("[[same]\n", "cannot be read as TOML"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_place(tmp_path: Path, written: str, message: str) -> None:
    with pytest.raises(InputError, match=f"decisions.toml.*{message}"):
        ruled(tmp_path, written)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot be read"):
        read_decisions(tmp_path / "none.toml", BASE)


@pytest.mark.parametrize("text", ["", "# Nothing is decided yet.\n"])
def test_a_file_without_an_entry_decides_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "decisions.toml").write_text(text)
    assert read_decisions(tmp_path / "decisions.toml", BaseIri()).entries == ()
