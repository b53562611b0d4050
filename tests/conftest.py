"""What every test may ask for: the lexicon of the reference files and the seed pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:
    from importers.extraction.lexicon import Lexicon

ROOT = Path(__file__).parent.parent

# The same examples on every machine: a red build is then a change of ours, not a throw of the dice.
hypothesis_settings.register_profile("house", derandomize=True, deadline=None, database=None)
hypothesis_settings.load_profile("house")


def pytest_configure() -> None:
    """Spares each test the collecting of static files and the slow hashing of passwords."""
    from django.conf import settings

    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def russian() -> Iterator[None]:
    """Each test starts in Russian: a request to `/en/` leaves its language behind in the thread."""
    from django.utils import translation

    with translation.override("ru"):
        yield


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of `seeds/reference`, built once a worker and without a database."""
    from importers.extraction.lexicon import Lexicon
    from importers.forms import compiled
    from importers.reference import lexicon_entries

    return compiled(Lexicon(lexicon_entries(ROOT / "seeds" / "reference")))


@pytest.fixture(scope="session")
def seed_pages() -> Path:
    """The folder of the five seed pages."""
    return ROOT / "seeds" / "articles"
