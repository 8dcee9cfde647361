"""What a kind of file needs beyond the package itself; a clear error where that is not installed."""

from importlib.util import find_spec

from kg.errors import ConfigurationError


def need(place: str, what: str, *modules: str, extra: str = "pages") -> None:
    """Raise ConfigurationError where a module is missing; `what` says what needs them, `extra` what brings them."""
    if missing := [name for name in modules if find_spec(name) is None]:
        named = " and ".join(missing)
        raise ConfigurationError(
            f"{place}: {named} {'is' if len(missing) == 1 else 'are'} missing; {what} them: pip install 'kg[{extra}]'"
        )
