"""Credits handed out by prose: one invented sentence for each way of saying who did what."""

import pytest

from kg.annotate import annotate, load_recogniser
from kg.model import Document, Page
from kg.segment import segment

LEAD = "Harbour Light is a 1998 Irish drama film. "


def page(text: str) -> Page:
    document = Document("d", text)
    segmentation = segment(document)
    made = annotate(document, segmentation.layout, segmentation.blocks, load_recogniser(None))
    assert made is not None
    return made


def credited(text: str) -> set[tuple[str, str]]:
    made = page(text)
    return {(c.relation, c.name) for c in made.credits if c.film == made.main}


def parts(text: str) -> set[tuple[str, str, str]]:
    made = page(text)
    return {(c.name, c.role, c.kind) for c in made.credits if c.film == made.main and c.relation == "actor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was written, produced and directed by Ana Ruiz.",
            {("screenwriter", "Ana Ruiz"), ("producer", "Ana Ruiz"), ("director", "Ana Ruiz")},
        ),
        ("It was directed and choreographed by Ana Ruiz.", {("director", "Ana Ruiz")}),
        (
            "It was directed by and starred Ana Ruiz, with Per Vik.",
            {("director", "Ana Ruiz"), ("actor", "Ana Ruiz"), ("actor", "Per Vik")},
        ),
        (
            "The screenplay was written by Per Vik and Lotte Bakker.",
            {("screenwriter", "Per Vik"), ("screenwriter", "Lotte Bakker")},
        ),
        (
            "It was co-written by Per Vik with Lotte Bakker.",
            {("screenwriter", "Per Vik"), ("screenwriter", "Lotte Bakker")},
        ),
        (
            "It has a score by Per Vik and cinematography by Ida Holm.",
            {("musicBy", "Per Vik"), ("cinematographer", "Ida Holm")},
        ),
        ("It was edited by Ida Holm from a story by Per Vik.", {("editor", "Ida Holm"), ("storyBy", "Per Vik")}),
        (
            "It was produced by Lantern Pictures and distributed by Tri-County.",
            {("productionCompany", "Lantern Pictures"), ("distributor", "Tri-County")},
        ),
        ("It marks the directorial debut of Ana Ruiz.", {("director", "Ana Ruiz")}),
        ("Ana Ruiz directed the film.", {("director", "Ana Ruiz")}),
        ("Ida Holm served as editor.", {("editor", "Ida Holm")}),
        ("It was directed by Joel and Ethan Krantz.", {("director", "Joel Krantz"), ("director", "Ethan Krantz")}),
        ("Per Vik and Ida Holm appear in supporting roles.", {("actor", "Per Vik"), ("actor", "Ida Holm")}),
        (
            "The cast includes Per Vik, Ida Holm and Tom Adeyemi.",
            {("actor", "Per Vik"), ("actor", "Ida Holm"), ("actor", "Tom Adeyemi")},
        ),
        ("It is the film debut of Per Vik.", {("actor", "Per Vik")}),
        ("Per Vik wrote the score.", {("musicBy", "Per Vik")}),
        ("It was made under the direction of Ana Ruiz.", {("director", "Ana Ruiz")}),
        ("The production was directed by Ana Ruiz.", {("director", "Ana Ruiz")}),
        (
            "It is Ana Ruiz's directorial debut, written by Per Vik.",
            {("director", "Ana Ruiz"), ("screenwriter", "Per Vik")},
        ),
        ("It was directed first by Ana Ruiz, then by Per Vik.", {("director", "Ana Ruiz"), ("director", "Per Vik")}),
        ("With Ana Ruiz directing, it was shot in May.", {("director", "Ana Ruiz")}),
        ("This was director Ana Ruiz's final film.", {("director", "Ana Ruiz")}),
        ("It is an Ana Ruiz-directed farce.", {("director", "Ana Ruiz")}),
        ("It was directed by Danish-born Ana Ruiz.", {("director", "Ana Ruiz")}),
        ("It was directed by Academy Award winner Ana Ruiz.", {("director", "Ana Ruiz")}),
        ("It was directed by Per Vik's wife Ana Ruiz.", {("director", "Ana Ruiz")}),
        (
            "It was directed by Ana Ruiz, who wrote it with Per Vik.",
            {("director", "Ana Ruiz"), ("screenwriter", "Ana Ruiz"), ("screenwriter", "Per Vik")},
        ),
        (
            "It was directed by Ana Ruiz from her own screenplay.",
            {("director", "Ana Ruiz"), ("screenwriter", "Ana Ruiz")},
        ),
        (
            "It was directed by Ana Ruiz and written by her and Per Vik.",
            {("director", "Ana Ruiz"), ("screenwriter", "Ana Ruiz"), ("screenwriter", "Per Vik")},
        ),
        (
            "It was directed by Ana Ruiz from a screenplay that Per Vik co-wrote.",
            {("director", "Ana Ruiz"), ("screenwriter", "Per Vik")},
        ),
        (
            "Ana Ruiz directed the film and wrote the screenplay.",
            {("director", "Ana Ruiz"), ("screenwriter", "Ana Ruiz")},
        ),
        (
            "Per Vik and Ida Holm were nominated for Best Adapted Screenplay.",
            {("screenwriter", "Per Vik"), ("screenwriter", "Ida Holm")},
        ),
        (
            "It was directed by Ana Ruiz, and Per Vik and Ida Holm wrote the screenplay.",
            {("director", "Ana Ruiz"), ("screenwriter", "Per Vik"), ("screenwriter", "Ida Holm")},
        ),
        (
            "It stars Per Vik as Mo, who also wrote the screenplay with Ida Holm.",
            {
                ("actor", "Per Vik"),
                ("screenwriter", "Per Vik"),
                ("screenwriter", "Ida Holm"),
            },
        ),
        ("It was released by American Lantern Pictures.", {("distributor", "American Lantern Pictures")}),
        ("It was distributed by Lantern Bros. Pictures in May.", {("distributor", "Lantern Bros. Pictures")}),
        ("Per Vik, who had just moved to Oslo, stars in the film.", {("actor", "Per Vik")}),
        (
            "It was directed by Ana Ruiz in her feature film directorial debut, written by Per Vik.",
            {("director", "Ana Ruiz"), ("screenwriter", "Per Vik")},
        ),
        ("It has a score composed and performed by Ana Ruiz.", {("musicBy", "Ana Ruiz")}),
        ("It was produced independently by Ana Ruiz.", {("producer", "Ana Ruiz")}),
        ("It was written by the Krantzes and Ana Ruiz.", {("screenwriter", "Ana Ruiz")}),
        ("It was written in four days by Ana Ruiz.", {("screenwriter", "Ana Ruiz")}),
        ("It tells of a trial, which Ana Ruiz adapted for the screen.", {("screenwriter", "Ana Ruiz")}),
        ("Per Vik directs and stars as himself.", {("director", "Per Vik"), ("actor", "Per Vik")}),
        ("It was Per Vik's last film.", {("actor", "Per Vik")}),
        ("It has narration provided by Per Vik.", {("actor", "Per Vik")}),
        ("The cast is joined by Per Vik.", {("actor", "Per Vik")}),
        ("It stars a 19-year-old Oscar Marr.", {("actor", "Oscar Marr")}),
    ],
)
def test_credits(text: str, expected: set[tuple[str, str]]) -> None:
    assert credited(LEAD + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The theme song was written by Tina Marl and Rob Dyer.",
        "Its hero finds a stranger in a picture directed by Victor Crane.",
        "The choir was directed by Victor Crane.",
        "The art director was Victor Crane.",
        "It was inspired by the writer of letters Victor Crane.",
        "The finale was directed by Victor Crane.",
        "The tale was rewritten for the film by hand.",
        "The soundtrack includes music by Victor Crane.",
        "It was inspired by the play that Victor Crane adapted from the novel.",
        "The title of Victor Crane's book, which won a Golden Globe, was changed.",
    ],
)
def test_what_gives_no_credit(text: str) -> None:
    assert credited(LEAD + text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz plays Inspector Holt.", ("Ana Ruiz", "Inspector Holt", "")),
        ("It stars Ana Ruiz as prostitute Sadie Voss.", ("Ana Ruiz", "Sadie Voss", "")),
        ("The mayor, Otto Brand, is played by Ana Ruiz.", ("Ana Ruiz", "Otto Brand", "")),
        ("It features the voices of Ana Ruiz as Tui.", ("Ana Ruiz", "Tui", "Voice")),
        ("It stars Per Vik and Ana Ruiz (uncredited).", ("Ana Ruiz", "", "Uncredited")),
        ("Ana Ruiz reprises her role as Captain James T. Brand.", ("Ana Ruiz", "Captain James T. Brand", "")),
        ("It stars Ana Ruiz as a bandleader.", ("Ana Ruiz", "bandleader", "")),
        ("Ana Ruiz and Per Vik star as Mo Reed and Jo Lind.", ("Per Vik", "Jo Lind", "")),
        ("It stars Ana Ruiz and Per Vik as a rider's friends Mo Reed and Jo Lind.", ("Per Vik", "Jo Lind", "")),
        ("It stars Ana Ruiz as a tailor and poet named Mo Reed.", ("Ana Ruiz", "Mo Reed", "")),
        ("It stars Ana Ruiz and Per Vik as his parents.", ("Per Vik", "parents", "")),
        ("Ana Ruiz plays the spy Mo Reed, and the Danish actor Per Vik the pilot Jo Lind.", ("Per Vik", "Jo Lind", "")),
        ("It stars Ana Ruiz as Mo's wife Jo and, in his last role, Per Vik as the Mayor.", ("Per Vik", "Mayor", "")),
    ],
)
def test_parts(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in parts(LEAD + text)


def test_surnames_and_brackets_get_their_full_name() -> None:
    text = (
        LEAD + "It stars Ana Ruiz and Per Vik. A widow, Nora Lee (Ruiz), meets a smuggler. Vik also produced the film."
    )
    assert ("Ana Ruiz", "Nora Lee", "") in parts(text)
    assert ("producer", "Per Vik") in credited(text)


def test_a_title_with_cue_words_gives_no_credit() -> None:
    assert credited("Written by Moonlight is a 2009 Canadian romance film directed by Ana Ruiz.") == {
        ("director", "Ana Ruiz")
    }


def test_an_apposition_behind_a_role_is_nobody() -> None:
    text = LEAD + "It stars Ana Ruiz as Mo Reed, a Brindle Bay fisher, and Per Vik as Jo Lind, the Keeper of the Lamp."
    assert parts(text) == {("Ana Ruiz", "Mo Reed", ""), ("Per Vik", "Jo Lind", "")}


def test_a_character_with_its_player_in_brackets_is_no_player() -> None:
    text = LEAD + "It stars Ana Ruiz. It is the last one to feature Mo Reed (Ruiz) as a hero."
    assert {name for name, _, _ in parts(text)} == {"Ana Ruiz"}


def test_a_last_film_of_its_director_is_no_role() -> None:
    assert credited(LEAD + "It was directed by Ana Ruiz. It was Ruiz's last film.") == {("director", "Ana Ruiz")}


def test_a_surname_has_more_claim_than_a_first_name() -> None:
    text = LEAD + "It was produced by Stol Lantern Greve. It was directed by Ana Stol and written by Stol."
    assert ("screenwriter", "Ana Stol") in credited(text)


def test_a_first_name_takes_the_surname_it_shares() -> None:
    text = LEAD + "It was directed by Anton and Joel Krantz and stars Anton Marr."
    assert ("director", "Anton Krantz") in credited(text)


def test_no_surname_is_shared_over_a_full_stop() -> None:
    assert ("musicBy", "Ruiz Ada") not in credited(LEAD + "It has music by Ruiz and Vik. Ada Holt stars in the film.")


def test_an_opening_by_the_films_own_director_ends_before_the_title() -> None:
    made = page("Written and edited by its director, Ana Ruiz, Eight Winters is a 2010 Irish documentary film.")
    assert made.films[0].title == "Eight Winters"
    assert ("screenwriter", "Ana Ruiz") in {(c.relation, c.name) for c in made.credits}
