"""The operator's commands: what becomes of each page, in one line, and an exit status that tells."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from importers.inputs import named
from importers.models import Run, RunItem
from importers.store import lexicon as curated_lexicon
from importers.store import load_reference
from importers.walk import walk
from minerals.models import FACTS, Country, Evidence, Statistic
from news.models import Article, Revision

ROOT = Path(__file__).parents[2]


@pytest.fixture
def reference(db):
    """The reference data of the house."""
    load_reference()


def test_without_reference_data_the_import_says_what_to_do(db, seed_pages):
    with pytest.raises(CommandError, match="run load_reference first"):
        call_command("import_articles", str(seed_pages))


def test_bad_pages_are_told_in_a_line_each_and_the_others_are_imported(reference, pages, capsys):
    with pytest.raises(CommandError, match="3 of 8 pages not read"):
        call_command("import_articles", str(pages), str(pages / "нет такой папки"))
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert [line.split(": ")[0].rsplit("/", 1)[-1] for line in err.splitlines()] == [
        "empty.txt",
        "picture.txt",
        "нет такой папки",
    ]
    assert out.splitlines()[-2] == "pages: 5 new, 3 failed"
    assert Article.objects.count() == 5
    assert RunItem.objects.filter(outcome="failed").exclude(reason="").count() == 3
    assert Run.objects.get().finished_at is not None


def test_a_file_name_that_is_no_text_stops_nothing(reference, tmp_path, seed_pages, capsys):
    page = min(seed_pages.glob("*.txt"))
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/news-\xfe"))
    folder.mkdir()
    (folder / os.fsdecode(b"a-\xff\n.txt")).write_bytes(page.read_bytes())
    (folder / os.fsdecode(b"b-\xff.txt")).touch()
    with pytest.raises(CommandError, match="1 of 2 pages not read"):
        call_command("import_articles", str(folder))
    run = Run.objects.get()
    assert (run.paths, run.finished_at is None) == ([r"news-\xfe"], False)
    assert [item.name.rsplit("/", 1)[1] for item in run.items.all()] == [r"a-\xff\n.txt", r"b-\xff.txt"]
    assert capsys.readouterr().out.count("\n") == 3


def test_importing_the_seeds_again_writes_no_row(reference, seed_pages, capsys, rows):
    call_command("import_articles", str(seed_pages))
    before = rows()
    call_command("import_articles", str(seed_pages))
    assert rows() == before
    assert "pages: 5 unchanged" in capsys.readouterr().out


def test_every_stored_quote_is_a_span_of_its_article(reference, seed_pages):
    call_command("import_articles", str(seed_pages))
    assert Evidence.objects.count() > 20
    for evidence in Evidence.objects.select_related("article"):
        assert evidence.article.body[evidence.start : evidence.stop] == evidence.quote


def test_several_workers_store_the_same(reference, seed_pages, rows):
    call_command("import_articles", str(seed_pages), workers=2)
    stored = rows()
    call_command("import_articles", str(seed_pages))
    assert rows() == stored
    assert Article.objects.count() == 5


def test_an_earlier_text_is_current_again_where_it_is_restored(reference, tmp_path, seed_pages, capsys):
    whole, article = min(seed_pages.glob("*.txt")), Article.objects
    call_command("import_articles", str(whole))
    body = article.get().body
    Revision.objects.create(article=article.get(), number=1, body=body, body_key=article.get().body_key)
    damaged = article.get()
    damaged.body = body[:200]
    damaged.save()
    call_command("import_articles", str(whole))
    assert "--restore makes it current again" in capsys.readouterr().out
    call_command("import_articles", str(whole), restore=True)
    assert article.get().body == body


@pytest.fixture
def nobody_reads():
    """A pipe whose reader has gone, as after «| head»."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as pipe:
        yield pipe


def test_the_import_goes_on_where_nobody_reads_what_it_says(reference, seed_pages, nobody_reads):
    call_command("import_articles", str(seed_pages), stdout=nobody_reads)
    assert Article.objects.count() == 5
    assert Run.objects.get().finished_at is not None


def test_what_is_printed_ends_in_silence_where_nobody_reads(db, seed_pages, nobody_reads):
    call_command("explain", str(min(seed_pages.glob("*.txt"))), stdout=nobody_reads)
    call_command("export_reviews", stdout=nobody_reads)


def test_a_stopped_import_keeps_what_it_has_and_says_so(reference, seed_pages, monkeypatch):
    def stopped(given, names, *rest):
        yield walk(given[0], names)
        raise KeyboardInterrupt

    monkeypatch.setattr("importers.management.commands.import_articles.walk_all", stopped)
    with pytest.raises(CommandError, match="stopped after 1 page") as told:
        call_command("import_articles", str(seed_pages))
    assert told.value.returncode == 130
    assert Article.objects.count() == 1
    assert Run.objects.get().finished_at is not None


def test_a_dry_run_stores_nothing(reference, seed_pages, rows, capsys):
    before = rows()
    call_command("import_articles", str(seed_pages), dry_run=True)
    assert rows() == before
    out = capsys.readouterr().out
    assert "pages: 5 new" in out
    assert out.endswith("Dry run: nothing was stored.\n")


def test_a_page_comes_from_standard_input(reference, seed_pages, monkeypatch):
    page = min(seed_pages.glob("*.txt"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(page.read_bytes())))
    call_command("import_articles", "-")
    assert Article.objects.count() == 1


def test_a_name_that_an_editor_adds_is_found_on_the_next_page(reference, tmp_path):
    page = tmp_path / "page.txt"
    text = (
        "Новости\n\nО добыче\n\n"
        + "Страна Семи Рек добыла 5 тыс. тонн олова в 2024 году, сообщили в министерстве. " * 3
    )
    page.write_text(text, encoding="utf-8")
    Country.objects.get(code="KZ").names.create(text="Страна Семи Рек", mark="!")
    call_command("import_articles", str(page))
    assert Article.objects.get().mentions.filter(country="KZ").exists()


def test_the_names_of_the_database_read_the_seeds_as_the_files_do(reference, seed_pages, lexicon):
    curated = curated_lexicon()
    for page in named([str(seed_pages)]):
        assert walk(page, curated).reading == walk(page, lexicon).reading


def test_the_seeds_ship_with_their_reviews(reference, seed_pages, rows, capsys):
    call_command("import_articles", str(seed_pages))
    call_command("apply_reviews", str(ROOT / "seeds" / "reviews"))
    assert "without a fact here" not in capsys.readouterr().out
    assert Article.objects.with_published_facts().count() == 5
    for model in FACTS:
        assert model.objects.published().exists()
        assert not model.objects.proposed().exists()
        assert not model.objects.disputed().exists()
    before = rows()
    call_command("import_articles", str(seed_pages))
    call_command("apply_reviews", str(ROOT / "seeds" / "reviews"))
    assert rows() == before


def test_the_editors_password_is_printed_once(db, capsys):
    call_command("ensure_editor")
    password = capsys.readouterr().out.split("password ")[1].split()[0]
    user = User.objects.get()
    assert user.check_password(password)
    assert user.is_staff
    assert user.has_perm("minerals.change_statistic")
    call_command("ensure_editor")
    assert password not in capsys.readouterr().out
    assert User.objects.get().check_password(password)


def test_reference_data_that_is_not_there_is_told(db, tmp_path):
    with pytest.raises(CommandError, match="Reference data not loaded"):
        call_command("load_reference", str(tmp_path))


def test_a_correction_survives_the_next_import_of_the_seeds(reference, seed_pages):
    call_command("import_articles", str(seed_pages))
    fact = Statistic.objects.filter(unit="KZT").first()
    fact.correct(User.objects.create_user("editor"), {"value": "1"}, "проверка")
    Evidence.objects.filter(statistic=fact).update(said={**fact.read, "value": "2"})
    call_command("import_articles", str(seed_pages))
    fact.refresh_from_db()
    assert (fact.value, fact.disputed) == (1, True)


def test_what_an_outlet_prints_around_its_articles_is_learned_from_pages_stored_before(reference, tmp_path):
    offer = "Щебень с доставкой: 7 400 тонн на складе в Жанатасе."

    def page(number: int) -> str:
        text = f"Рудник номер {number} сдал смену, и добыча идёт по плану горняков.\n\n{offer}\n\nСмену принял сосед."
        path = tmp_path / f"{number}.txt"
        path.write_text(f"kara-tau.kz\n\nСмена номер {number} сдана\n\n12.03.2025\n\n{text}", encoding="utf-8")
        return str(path)

    call_command("import_articles", page(1), page(2))
    assert Article.objects.filter(body__contains=offer).count() == 2
    call_command("import_articles", page(3))
    call_command("import_articles", page(1), page(2))
    assert not Article.objects.filter(body__contains=offer).exists()
    assert Article.objects.count() == 3
