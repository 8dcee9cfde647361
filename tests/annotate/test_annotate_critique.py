"""Reviewers' prose: one invented sentence for each way of praising actors, giving parts and naming makers in passing."""

import pytest

from kg.annotate import annotate, load_recogniser
from kg.model import Block, BlockKind, Document, Page, Span

TITLE = "The Paper Lantern"

MISJUDGED = pytest.mark.xfail(reason="the weights of 4,942 texts take these words otherwise", strict=True)


def reviewed(text: str) -> Page:
    """The page of a review of "The Paper Lantern" that says no more than this."""
    whole = f"{TITLE}\n\n{text}"
    start = len(whole) - len(text)
    blocks = (
        Block(Span(0, len(TITLE)), BlockKind.HEADING, "title"),
        Block(Span(start, len(whole)), BlockKind.REVIEW, "", 1),
    )
    page = annotate(Document("r", whole), "critic", blocks, load_recogniser(None))
    assert page is not None
    return page


def credited(text: str) -> set[tuple[str, str]]:
    page = reviewed(f"I saw this film twice. {text}")
    return {(c.relation, c.name) for c in page.credits if c.film == page.main}


def parts(text: str) -> set[tuple[str, str]]:
    page = reviewed(f"I saw this film twice. {text}")
    return {(c.name, c.role) for c in page.credits if c.film == page.main and c.relation == "actor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Crane delivers a fierce, funny performance.", {("Ada Crane", "")}),
        ("Ada Crane and Ned Voss share two scenes.", {("Ada Crane", ""), ("Ned Voss", "")}),
        ("Ada Crane's weary nurse deserves a film of her own.", {("Ada Crane", "weary nurse")}),
        ("Ada Crane is terrific as the ferryman.", {("Ada Crane", "ferryman")}),
        ("Ada Crane, as the ferryman, does wonders.", {("Ada Crane", "ferryman")}),
        ("As the ferryman who cannot swim, Ada Crane does wonders.", {("Ada Crane", "ferryman")}),
        ("The ferryman (Ada Crane) cannot swim.", {("Ada Crane", "ferryman")}),
        ("There is also a man in a hat (Ned Voss).", {("Ned Voss", "man in a hat")}),
        ("Ada Crane is the ferryman's sister.", {("Ada Crane", "ferryman's sister")}),
        ("Ada Crane and Ned Voss are the twins.", {("Ada Crane", "twins"), ("Ned Voss", "twins")}),
        ("Ada Crane and Ned Voss are the twins, Orla and Mo.", {("Ada Crane", "Orla"), ("Ned Voss", "Mo")}),
        ("The ferryman is Ada Crane.", {("Ada Crane", "ferryman")}),
        ("The ferryman, wet and grumbling, is played by the great Ada Crane.", {("Ada Crane", "ferryman")}),
        (
            "Orla is played by Ada Crane, and Captain Rusk by the gruff Ned Voss.",
            {("Ada Crane", "Orla"), ("Ned Voss", "Captain Rusk")},
        ),
        (
            "Ada Crane plays the ferryman, Ned Voss the monk who hires her.",
            {("Ada Crane", "ferryman"), ("Ned Voss", "monk")},
        ),
        (
            "It has Ada Crane as an angel and the late Ned Voss as Orpheus.",
            {("Ada Crane", "angel"), ("Ned Voss", "Orpheus")},
        ),
        ("Young Ada Crane as the ferryman steals it.", {("Ada Crane", "ferryman")}),
        ("Crane is a joy. Then there is Ada Crane. She plays Orla.", {("Ada Crane", "Orla")}),
        ("Ada Crane as the aunt just stands there.", {("Ada Crane", "aunt")}),
        ("Ada Crane as the nurse leaves early.", {("Ada Crane", "nurse")}),
        ("Ada Crane is the nurse he marries.", {("Ada Crane", "nurse")}),
        ("Ada Crane plays the nurse who's moving out.", {("Ada Crane", "nurse")}),
        ("Ada Crane is a baker called Orla.", {("Ada Crane", "Orla")}),
        ("Ada Crane's the Danish nurse.", {("Ada Crane", "Danish nurse")}),
        ("There's Ada Crane in it as an aunt.", {("Ada Crane", "aunt")}),
        ("Ada Crane from Harbour Nights is the nurse.", {("Ada Crane", "nurse")}),
        ("Ada Crane is wonderful. Ada Crane (Becky) lies for a living.", {("Ada Crane", "Becky")}),
        ("Orla [Ada Crane] comes home.", {("Ada Crane", "Orla")}),
        ("Ada Crane's smuggler, Orla, drops everything.", {("Ada Crane", "Orla")}),
        ("Then comes Ada Crane, whose Orla lies to all of them.", {("Ada Crane", "Orla")}),
    ],
)
def test_parts(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= parts(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Ada Crane is a fine director and a better cook.", "Ada Crane"),
        ("History remembers Ada Crane as the queen of card sharps.", "Ada Crane"),
        ("Ada Crane works as a seamstress and dreams of the sea.", "Ada Crane"),
        pytest.param("There is talk of a sequel with Ada Crane as the ferryman.", "Ada Crane", marks=MISJUDGED),
        ("Orla Finch (Ada Crane) is a nurse.", "Orla Finch"),
        ("Orla Finch is a nurse. Ada Crane plays Orla.", "Orla Finch"),
        ("It has Ned Voss, who wrote the thing, to thank.", "Ned Voss"),
        ("A piano was played with two fingers by Greta Holm.", "Greta Holm"),
        ("Ada Crane was a baker before she made films.", "Ada Crane"),
        ("Ned Voss takes over from Ada Crane as the nurse.", "Ada Crane"),
        ("The 1984 one wasn't much, but it had Ada Crane as Orla.", "Ada Crane"),
        ("Ned Voss had made it once before as Lantern Row.", "Ned Voss"),
        ("Ada Crane is the voice of Orla Finch.", "Orla Finch"),
        ("My Brother's Keeper is Ned Voss.", "My Brother"),
    ],
)
def test_what_only_seems_to_cast(text: str, nobody: str) -> None:
    assert nobody not in {name for name, _ in parts(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Crane's The Paper Lantern burns slowly.", {("director", "Ada Crane")}),
        ("Ada Crane's direction is brisk.", {("director", "Ada Crane")}),
        ("Director Ada Crane keeps her nerve.", {("director", "Ada Crane")}),
        ("The director, Ada Crane, keeps her nerve.", {("director", "Ada Crane")}),
        ("The director was Ada Crane.", {("director", "Ada Crane")}),
        ("Writer-director Ada Crane keeps her nerve.", {("director", "Ada Crane"), ("screenwriter", "Ada Crane")}),
        ("Ada Crane directs with one eye on the clock.", {("director", "Ada Crane")}),
        ("Ada Crane directs her own script.", {("director", "Ada Crane"), ("screenwriter", "Ada Crane")}),
        ("Ada Crane films the harbour as if it owed her money.", {("director", "Ada Crane")}),
        ("Ada Crane has spun the year's oddest comedy.", {("director", "Ada Crane")}),
        ("Ada Crane tells a story of two bakers.", {("director", "Ada Crane")}),
        ("Ada Crane returns with The Paper Lantern, and how.", {("director", "Ada Crane")}),
        ("In The Paper Lantern, Ada Crane sends a monk to sea.", {("director", "Ada Crane")}),
        ("The Paper Lantern, Ada Crane's tale of two bakers, burns slowly.", {("director", "Ada Crane")}),
        (
            "The Paper Lantern, by the sisters Ada and Ines Crane, burns.",
            {("director", "Ada Crane"), ("director", "Ines Crane")},
        ),
        ("It is by Ada Crane, whose shorts I like.", {("director", "Ada Crane")}),
        ("Directed by somebody called Ada Crane.", {("director", "Ada Crane")}),
        ("Under the direction of Ada Crane everybody whispers.", {("director", "Ada Crane")}),
        ("Behind the camera sat the patient Ada Crane.", {("director", "Ada Crane")}),
        ("Her cinematographer, Ned Voss, paints with mud.", {("cinematographer", "Ned Voss")}),
        ("Ned Voss's restless camera never sits down.", {("cinematographer", "Ned Voss")}),
        ("It was made in eleven days, and Ned Voss photographed.", {("cinematographer", "Ned Voss")}),
        ("Ned Voss, an old hand, wrote the thin brass music.", {("musicBy", "Ned Voss")}),
        ("Ned Voss gave some songs to it.", {("musicBy", "Ned Voss")}),
        ("Her composer, Ned Voss, has one tune.", {("musicBy", "Ned Voss")}),
        ("Ned Voss's violins never stop.", {("musicBy", "Ned Voss")}),
        ("Ada Crane's best so far.", {("director", "Ada Crane")}),
        (
            "Ada Crane, daughter of a fisherman, wrote and directed it.",
            {("director", "Ada Crane"), ("screenwriter", "Ada Crane")},
        ),
        (
            "Ada Crane and Ned Voss have written the film with care.",
            {("screenwriter", "Ada Crane"), ("screenwriter", "Ned Voss")},
        ),
        ("The script's by Ned Voss.", {("screenwriter", "Ned Voss")}),
        ("Ada Crane wrote the script; Ned Voss the music, and too much of it.", {("musicBy", "Ned Voss")}),
    ],
)
def test_makers(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "She was once hired, like director Ada Crane, to teach.",
        "Ada Crane shoots the sheriff before breakfast.",
        pytest.param("Ada Crane directs traffic in a small town.", marks=MISJUDGED),
        "The editor, Ada Crane, wants the story by noon.",
        "Ada Crane makes a remarkable film debut.",
        "Ada Crane, the singer, makes her first appearance in a film.",
        "Ada Crane's best since Lantern Row.",
        "Ada Crane tells the tale, as grandma.",
        "They directed The Dry Well from a script by Ada Crane.",
    ],
)
def test_what_only_seems_to_make(text: str) -> None:
    assert ("director", "Ada Crane") not in credited(text)
    assert ("editor", "Ada Crane") not in credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm plays the cello under the titles.",
        "Greta Holm is the fellow who wrote it.",
        "Greta Holm as the nurse was better in that one.",
        "Greta Holm is the boss here.",
        "Ned Voss has Greta Holm's role as the nurse.",
        "I like it more than Greta Holm as the nurse.",
    ],
)
def test_what_no_rule_takes_for_a_part(text: str) -> None:
    page = reviewed(f"I saw this film twice. {text}")
    assert {c.rule for c in page.credits if c.name == "Greta Holm"} <= {"actor.likely", "actor.likely-part"}


def test_a_plural_before_names_lists_a_cast() -> None:
    page = reviewed("I saw this film twice. The smugglers: Ada Crane, Ned Voss.")
    assert {(c.name, c.rule) for c in page.credits} == {("Ada Crane", "actor.listed"), ("Ned Voss", "actor.listed")}


def test_a_player_with_a_part_directs_nothing_that_another_directs() -> None:
    told = "It was directed by Greta Holm. Ned Voss plays Captain Moe. Voss's film is the longer one."
    assert {c.name for c in reviewed(f"I saw this film twice. {told}").credits if c.relation == "director"} == {
        "Greta Holm"
    }


def test_elder_versions_keep_their_cast() -> None:
    page = reviewed(
        "I like films. I grew up on the old version, with Ada Crane as the ferryman. This one has Ned Voss."
    )
    original = {c.name for c in page.credits if c.film != page.main}
    assert (original, {c.name for c in page.credits if c.film == page.main}) == ({"Ada Crane"}, {"Ned Voss"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ned Voss is there, and as the diarist Orla Finch, Ada Crane never blinks.", ("Ada Crane", "Orla Finch")),
        ("Opposite him as the ferryman is Ada Crane.", ("Ada Crane", "ferryman")),
        ("Ada Crane, who as the barefoot ferryman has no lines, is a joy.", ("Ada Crane", "barefoot ferryman")),
        ("Orla Finch (Ada Crane, radiant) cannot swim.", ("Ada Crane", "Orla Finch")),
        ("I had a crush on Ada Crane (the ferryman).", ("Ada Crane", "ferryman")),
        ("Her little boy, played by the spooky Ada Crane, sees it.", ("Ada Crane", "little boy")),
        pytest.param("As played by Ada Crane, Orla is neither ghost nor girl.", ("Ada Crane", "Orla"), marks=MISJUDGED),
        ("Ada Crane brings some gravity as a court ferryman.", ("Ada Crane", "court ferryman")),
        ("Ada Crane as a nun??", ("Ada Crane", "nun")),
        ("Ned Voss wins as Captain Rusk, and Ada Crane is perfectly slimy as Orla.", ("Ada Crane", "Orla")),
        ("Ada Crane, the villain Orla, hardly speaks.", ("Ada Crane", "Orla")),
        ("Ada Crane, the friend, keeps apologising.", ("Ada Crane", "friend")),
        ("Only Ada Crane seems to know which film this is, hamming it up as Dr. Finch.", ("Ada Crane", "Dr. Finch")),
        ("Ada Crane flies in at half-time, as the wife who thanks God.", ("Ada Crane", "wife")),
        ("And her brother Sir Moe is Ned Voss, who could be her son.", ("Ned Voss", "Sir Moe")),
        ("The boy is called Jack Finch and is played by Ned Voss.", ("Ned Voss", "Jack Finch")),
    ],
)
def test_parts_told_on_the_way(text: str, expected: tuple[str, str]) -> None:
    assert expected in parts(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Ned Voss is charming when he is playing a jerk (Orla Finch).", "Orla Finch"),
        ("Judge Finch is Ada Crane, who has more fun than the script.", "Judge Finch"),
        ("A nurse on Mercy Road, she is wonderful.", "Mercy Road"),
    ],
)
def test_who_is_no_actor(text: str, nobody: str) -> None:
    assert nobody not in {name for name, _ in parts(text)}
