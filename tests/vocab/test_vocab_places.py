"""Countries and languages as texts write them."""

import re

import pytest

from kg.vocab import country_code, country_name, language_tag
from kg.vocab.places import country_spellings


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Netherlands", "nl"),
        ("Dutch", "nl"),
        (" the Netherlands ", "nl"),
        ("U.S.", "us"),
        ("South Korea", "kr"),
        ("Korean", "kr"),
        ("Hong Kong", "hk"),
        ("Soviet Union", "su"),
        ("Czechoslovak", "cs"),
        ("West Germany", "xw"),
        ("Côte d'Ivoire", "ci"),
        ("Ivorian", "ci"),
        ("Trinidad and Tobago", "tt"),
        ("Saint Kitts and Nevis", "kn"),
        ("Macau", "mo"),
    ],
)
def test_names_and_demonyms_give_the_code(text, code):
    assert country_code(text) == code


@pytest.mark.parametrize(
    "text", ["us", "polish", "Europe", "European Union", "Eurozone", "Unknown Region", "Ann Lee", ""]
)
def test_what_is_no_country_gives_none(text):
    assert country_code(text) is None


def test_every_spelling_leads_to_a_country_with_a_name_that_leads_back():
    for spelling in country_spellings():
        code = country_code(spelling)
        assert re.fullmatch("[a-z]{2}", code)
        assert country_code(country_name(code)) == code


def test_longer_spellings_come_first_so_that_a_pattern_takes_the_whole_name():
    spellings = country_spellings()
    assert spellings.index("South Sudanese") < spellings.index("Sudanese")
    assert spellings.index("Guinea-Bissau") < spellings.index("Guinea")
    assert len(set(spellings)) == len(spellings)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("English", "en"),
        ("Dutch", "nl"),
        ("Flemish", "nl-BE"),
        ("Brazilian Portuguese", "pt-BR"),
        ("Mandarin", "cmn"),
        ("Chinese", "zh"),
        ("Bengali", "bn"),
        ("Farsi", "fa"),
        ("Persian", "fa"),
        ("Serbo-Croatian", "sh"),
    ],
)
def test_languages_give_their_tag(text, tag):
    assert language_tag(text) == tag


@pytest.mark.parametrize("text", ["english", "Klingonese", "Icelander", ""])
def test_what_is_no_language_gives_none(text):
    assert language_tag(text) is None
