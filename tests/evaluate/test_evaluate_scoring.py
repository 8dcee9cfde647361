from collections.abc import Iterable

import pytest

from kg.evaluate.facts import ORIGINAL, Flag, GoldDocument, GoldFact, Predicted, Prediction, Statement
from kg.evaluate.matching import plain
from kg.evaluate.scoring import Scores, score
from kg.evaluate.statistics import Tally

DIRECTOR, ACTOR, REMAKE = "schema:director", "schema:actor", "kg:remakeOf"


def scored(gold: Iterable[GoldFact], said: Iterable[Prediction], *complete: str, title: str | None = None) -> Scores:
    facts = tuple(gold)
    relations = frozenset(complete or (f.statement.relation for f in facts if f.flag is not Flag.FALSE))
    return score([GoldDocument("a", facts, relations)], {"a": Predicted("a", tuple(said), title)})


def fact(
    relation: str, object: str, detail: str = "", subject: str = "", flag: Flag = Flag.STATED, **more: str
) -> GoldFact:
    return GoldFact(Statement(subject, relation, object, detail), flag, {f"schema:{k}": v for k, v in more.items()})


def said(relation: str, object: str, detail: str = "", subject: str = "", rule: str = "r", **more: str) -> Prediction:
    context = {f"schema:{k}": frozenset({v}) for k, v in more.items()}
    return Prediction(Statement(subject, relation, object, detail), 0.9, rule, "", context)


def test_names_are_compared_without_case_accents_and_punctuation() -> None:
    assert plain("Léa Ó'Hara, Jr.") == "lea o hara jr"
    assert plain("王家衛") == "王家衛" != plain("張曼玉")


def test_found_missed_and_false() -> None:
    scores = scored(
        [fact(DIRECTOR, "Léa Ó'Hara"), fact(DIRECTOR, "Cy Park")],
        [said(DIRECTOR, "Lea O Hara"), said(DIRECTOR, "Bo Vance")],
    )
    assert scores.tallies[DIRECTOR] == Tally(found=1, missed=1, false=1)
    assert [m.fact.statement.object for m in scores.misses] == ["Cy Park"]
    assert [j.prediction.statement.object for j in scores.false] == ["Bo Vance"]


def test_the_same_statement_counts_once_but_is_judged_for_each_of_its_rules() -> None:
    scores = scored(
        [fact(DIRECTOR, "Ann Lee")],
        [
            said(DIRECTOR, "Ann Lee", rule="prose"),
            said(DIRECTOR, "ANN LEE", rule="field"),
            said(DIRECTOR, "Ann Lee", rule="prose"),
        ],
    )
    assert scores.tallies[DIRECTOR] == Tally(found=1)
    assert [(j.prediction.rule, j.right) for j in scores.judged] == [("prose", True), ("field", True)]


def test_an_optional_fact_is_neither_right_nor_missed() -> None:
    gold = [fact(DIRECTOR, "Ann Lee", flag=Flag.OPTIONAL)]
    assert scored(gold, [said(DIRECTOR, "Ann Lee")]).overall == Tally()
    assert scored(gold, []).overall == Tally()
    assert scored(gold, [said(DIRECTOR, "Bo Vance")]).overall == Tally(false=1)


def test_a_relation_on_which_gold_is_silent_is_not_judged() -> None:
    scores = scored([fact(DIRECTOR, "Ann Lee")], [said(ACTOR, "Bo Vance")])
    assert scores.tallies[ACTOR] == Tally(unjudged=1)
    assert scores.judged == []


@pytest.mark.parametrize(("others", "tally"), [(False, Tally(found=1, unjudged=1)), (True, Tally(found=1, false=1))])
def test_gold_is_complete_for_other_films_only_when_it_says_so(others: bool, tally: Tally) -> None:
    gold = GoldDocument("a", (fact(DIRECTOR, "Ann Lee"),), frozenset({DIRECTOR}), others=others)
    predicted = Predicted("a", (said(DIRECTOR, "Ann Lee"), said(DIRECTOR, "Bo Vance", subject="Ebb")))
    assert score([gold], {"a": predicted}).overall == tally


def test_a_fact_known_to_be_false_is_false_though_gold_is_not_complete() -> None:
    scores = scored(
        [fact(DIRECTOR, "Ann Lee", flag=Flag.FALSE)], [said(DIRECTOR, "Ann Lee"), said(DIRECTOR, "Bo Vance")]
    )
    assert scores.tallies[DIRECTOR] == Tally(false=1, unjudged=1)


@pytest.mark.parametrize(
    ("gold", "predicted", "matches"),
    [
        ("Mo", "Captain Mo Reed", True),
        ("Captain Mo Reed", "Reed", True),
        ("Mo", "Moses", False),
        ("Mo Reed", "Mo Field", False),
    ],
)
def test_a_role_matches_when_one_name_contains_the_other_as_words(gold: str, predicted: str, matches: bool) -> None:
    scores = scored([fact("role", "Bo Vance", gold)], [said("role", "Bo Vance", predicted)])
    assert scores.tallies["role"] == (Tally(found=1) if matches else Tally(missed=1, false=1))


def test_a_role_of_another_actor_is_false() -> None:
    scores = scored([fact("role", "Bo Vance", "Mo")], [said("role", "Cy Park", "Mo")])
    assert scores.tallies["role"] == Tally(missed=1, false=1)


@pytest.mark.parametrize(
    ("predicted", "right"), [("1951-03-02", True), ("1951-03", True), ("1951", True), ("1952-03-02", False)]
)
def test_dates_agree_to_the_precision_of_gold(predicted: str, right: bool) -> None:
    scores = scored([fact("schema:datePublished", "1951")], [said("schema:datePublished", predicted)])
    assert scores.overall == (Tally(found=1) if right else Tally(missed=1, false=1))


def test_a_year_does_not_satisfy_a_full_date() -> None:
    scores = scored([fact("schema:datePublished", "1951-03-02")], [said("schema:datePublished", "1951")])
    assert scores.overall == Tally(missed=1, false=1)


def test_numbers_are_compared_as_numbers() -> None:
    assert scored([fact("schema:ratingValue", "7.50")], [said("schema:ratingValue", "7.5")]).overall == Tally(found=1)


def test_qualifiers_must_hold_for_a_fact_to_be_found_but_make_no_false_one() -> None:
    gold = [fact(REMAKE, "Ebb", director="Lee", datePublished="1930")]
    assert scored(gold, [said(REMAKE, "Ebb", director="Ann Lee", datePublished="1930-05-01")]).overall == Tally(found=1)
    assert scored(gold, [said(REMAKE, "Ebb", director="Cy Park", datePublished="1930")]).overall == Tally(missed=1)
    assert scored(gold, [said(REMAKE, "Ebb")]).overall == Tally(missed=1)


def test_an_empty_object_stands_for_any() -> None:
    assert scored([fact(REMAKE, "")], [said(REMAKE, "Ebb")]).overall == Tally(found=1)


def test_the_title_of_the_documents_own_film_stands_for_it() -> None:
    gold = [fact(DIRECTOR, "Ann Lee", subject="Low Tide"), fact(DIRECTOR, "Cy Park", subject="Ebb")]
    predicted = [said(DIRECTOR, "Ann Lee"), said(DIRECTOR, "Cy Park", subject="Ebb")]
    assert scored(gold, predicted, title="LOW TIDE").overall == Tally(found=2)
    assert scored(gold, predicted, title="High Water").overall == Tally(found=1, missed=1, false=1)


def test_the_own_film_is_known_without_its_article_unless_another_bears_the_title() -> None:
    low_tide = [fact(DIRECTOR, "Ann Lee", subject="Low Tide")]
    assert scored(low_tide, [said(DIRECTOR, "Ann Lee")], title="The Low Tide").overall == Tally(found=1)
    both = [*low_tide, fact(DIRECTOR, "Cy Park", subject="The Low Tide")]
    assert scored(both, [said(DIRECTOR, "Cy Park")], title="The Low Tide").overall == Tally(found=1, missed=1)


def test_durations_are_compared_in_minutes() -> None:
    gold = [fact("schema:duration", "PT86M")]
    assert scored(gold, [said("schema:duration", "PT1H26M")]).overall == Tally(found=1)
    assert scored(gold, [said("schema:duration", "PT1H24M")]).overall == Tally(missed=1, false=1)


@pytest.mark.parametrize(("original", "called"), [("Ebb", "Ebb"), ("?", "?"), ("Low Tide", "?")])
def test_the_original_is_whatever_film_the_main_one_is_said_to_remake(original: str, called: str) -> None:
    gold = [fact(DIRECTOR, "Cy Park", subject=ORIGINAL)]
    predicted = [said(REMAKE, original), said(DIRECTOR, "Cy Park", subject=called)]
    assert scored(gold, predicted, title="Low Tide").tallies[DIRECTOR] == Tally(found=1)


def test_gold_finds_the_file_that_is_named_after_its_document() -> None:
    gold = [GoldDocument("12", (fact(DIRECTOR, "Ann Lee"),), frozenset())]
    predicted = Predicted("texts/12_low-tide.txt", (said(DIRECTOR, "Ann Lee"),))
    other = Predicted("texts/123.txt", ())
    assert score(gold, {p.id: p for p in (predicted, other)}).overall == Tally(found=1)
    assert score(gold, {other.id: other}).overall == Tally(missed=1)
    assert score(gold, {p.id: p for p in (predicted, Predicted("more/12.txt", ()))}).overall == Tally(missed=1)


@pytest.mark.parametrize("gold", ["Low Tide", "?", "original"])
@pytest.mark.parametrize("told", ["low tide", "?"])
def test_an_original_of_the_own_title_is_one_without_title(gold: str, told: str) -> None:
    scores = scored([fact(REMAKE, gold)], [said(REMAKE, told)], title="Low Tide")
    assert scores.tallies[REMAKE] == Tally(found=1)


def test_an_original_without_title_is_none_of_another_title() -> None:
    scores = scored([fact(REMAKE, "original")], [said(REMAKE, "High Water")], title="Low Tide")
    assert scores.tallies[REMAKE] == Tally(missed=1, false=1)
