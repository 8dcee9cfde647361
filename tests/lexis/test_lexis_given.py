"""Given names tell full names from titles."""

import pytest

from kg.lexis.given import given_names, is_full_name


@pytest.mark.parametrize(
    "words", ["Olaf Brenner", "Sir Gerald Holm", "Jean-Jacques Brandt", "Kim Ha-neul", "Ana de la Rua"]
)
def test_full_names(words: str) -> None:
    assert is_full_name(words)


@pytest.mark.parametrize(
    "words", ["Olaf", "Harbour Lights", "Wet Weekend", "Olaf and the Very Long Winter Road Home", ""]
)
def test_what_is_no_full_name(words: str) -> None:
    assert not is_full_name(words)


def test_the_list_is_clean() -> None:
    assert len(given_names()) > 3000
    assert all(name[0].isupper() and not name.isupper() for name in given_names())
