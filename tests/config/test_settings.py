"""The site starts safe, and refuses to start unsafe."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOW_SECRET = "from django.conf import settings; print(settings.SECRET_KEY)"


def python(*arguments: str, **environment: object) -> subprocess.Popen[str]:
    """A Python process in the house with nothing but these variables set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": "config.settings"} | {name: str(v) for name, v in environment.items()},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("given", [{}, {"SECRET_KEY": "x" * 60}, {"ALLOWED_HOSTS": "facts.example"}])
def test_production_does_not_start_without_secret_and_hosts(given: dict[str, str], tmp_path: Path) -> None:
    process = python("manage.py", "check", PRODUCTION=1, VAR_DIR=tmp_path, **given)
    _, said = process.communicate()
    assert process.returncode != 0
    assert "PRODUCTION=1 needs SECRET_KEY and ALLOWED_HOSTS" in said
    assert not (tmp_path / "secret_key").exists()


@pytest.mark.parametrize("given", ["garbage", "oracle://host/name", "postgres://u:secret@host:port/name"])
def test_an_address_of_no_database_is_told_in_one_line(given: str, tmp_path: Path) -> None:
    process = python("manage.py", "check", DATABASE_URL=given, VAR_DIR=tmp_path)
    _, said = process.communicate()
    assert process.returncode != 0
    assert [line.startswith("Setting: DATABASE_URL names no database: ") for line in said.splitlines()] == [True]
    assert "KeyError" not in said and "secret@" not in said and "Warning" not in said


def test_production_passes_the_deployment_checks(tmp_path: Path) -> None:
    secret = "".join(chr(33 + number) for number in range(60))
    process = python(
        *("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        PRODUCTION=1,
        SECRET_KEY=secret,
        ALLOWED_HOSTS="facts.example",
        VAR_DIR=tmp_path,
    )
    _, said = process.communicate()
    assert process.returncode == 0, said


def test_first_start_makes_one_secret_for_all_processes(tmp_path: Path) -> None:
    processes = [python("-c", SHOW_SECRET, VAR_DIR=tmp_path) for _ in range(3)]
    secrets = {process.communicate()[0].strip() for process in processes}
    assert len(secrets) == 1
    assert len(secrets.pop()) > 50
    (kept,) = tmp_path.glob("secret_key*")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_every_static_file_that_a_stylesheet_names_exists(tmp_path: Path) -> None:
    process = python("manage.py", "collectstatic", "--no-input", "--verbosity", "0", VAR_DIR=tmp_path)
    _, said = process.communicate()
    assert process.returncode == 0, said
    assert (tmp_path / "static" / "staticfiles.json").exists()


@pytest.mark.django_db
def test_each_answer_carries_the_policy(client) -> None:
    headers = client.get("/admin/login/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "word"), [("/admin/login/", "Войти"), ("/en/admin/login/", "Log in")])
def test_language_stands_in_the_address(client, address: str, word: str) -> None:
    assert word in client.get(address, headers={"accept-language": "de"}).content.decode()
