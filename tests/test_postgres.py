"""The server of the tests comes, answers in Russian, and goes, whatever became of the command beside it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import postgres

ROOT = Path(__file__).parent.parent
ASK = """
import os, psycopg
room = os.environ["DATABASE_URL"].removeprefix("postgres://postgres@/").removesuffix("/house")
with psycopg.connect(host=room, user="postgres", dbname="postgres") as connection:
    print(room, *connection.execute("select upper('жетісу ёлка')").fetchone(), flush=True)
"""
BESIDE = [sys.executable, "-m", "tests.postgres", sys.executable, "-c"]


def environment(**changed: str) -> dict[str, str]:
    """The environment without the server that these very tests may be running on."""
    return {name: v for name, v in os.environ.items() if name != "TEST_DATABASE_URL"} | changed


def test_no_server_is_one_clear_line(monkeypatch, tmp_path: Path, capfd) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(postgres, "installation", lambda: tmp_path)
    assert postgres.main(["true"]) == 1
    (said,) = capfd.readouterr().err.splitlines()
    assert said.startswith("PostgreSQL for the tests did not start: ")


def test_server_knows_cyrillic_under_the_c_locale_and_is_gone_after_a_failure() -> None:
    done = subprocess.run(
        [*BESIDE, ASK + "raise SystemExit(3)"], cwd=ROOT, env=environment(LC_ALL="C"), capture_output=True, text=True
    )
    room, *words = done.stdout.split()
    assert done.returncode == 3, done.stderr
    assert words == ["ЖЕТІСУ", "ЁЛКА"]
    assert not Path(room).exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_server_is_gone_after_an_interruption(number: signal.Signals) -> None:
    waiting = [*BESIDE, ASK + "import time; time.sleep(60)"]
    with subprocess.Popen(waiting, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        room = process.stdout.readline().split()[0]
        process.send_signal(number)
        assert process.wait(20) != 0
    assert not Path(room).exists()


def test_a_server_that_was_given_is_used() -> None:
    given = environment(TEST_DATABASE_URL="postgres://somebody@elsewhere/house")
    done = subprocess.run(
        [*BESIDE, "import os; print(os.environ['DATABASE_URL'])"], cwd=ROOT, env=given, capture_output=True, text=True
    )
    assert done.stdout.strip() == "postgres://somebody@elsewhere/house"
