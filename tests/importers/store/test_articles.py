"""A page's article is known by its text, then by the page, then by its address."""

from __future__ import annotations

import pytest

from importers.records import Dated, Headline
from importers.store import RunLog, save
from importers.store.articles import EARLIER, relocate
from minerals.models import Mention, Statistic
from news.models import Article, Page, Revision

pytestmark = pytest.mark.django_db

URL = "https://vesti.example/1"

PLACES = [
    # quote, old place, new text, new place
    ("94 млрд", 5, "ничего такого", None),
    ("94 млрд", 5, "", None),
    ("94 млрд", 0, "было 94 млрд", 5),
    ("а", 4, "а б в а", 6),
    ("аба", 9, "абабаба", 4),
]


@pytest.mark.parametrize(("quote", "start", "body", "place"), PLACES)
def test_a_quote_is_found_again_nearest_to_its_old_place(quote, start, body, place):
    assert relocate(quote, start, body) == place


def test_other_chrome_around_the_same_text_adds_no_article(make, keep):
    keep(make.statistic())
    outcome = keep(make.statistic(), page_text="МЕНЮ\n" + make.BODY)
    assert (outcome.outcome, outcome.reason) == ("unchanged", "the same text on another page")
    assert (Article.objects.count(), Page.objects.count()) == (1, 2)
    before = make.all_rows()
    keep(make.statistic())
    keep(make.statistic(), page_text="МЕНЮ\n" + make.BODY)
    assert make.all_rows() == before


def test_another_page_adds_only_what_the_first_did_not_say(make, keep):
    keep(authors=("Айгуль Сеитова",))
    outcome = keep(page_text="other", title="Другой заголовок", authors=("Кто-то",), url=URL, via="КазТАГ")
    article = Article.objects.get()
    assert outcome.outcome == "changed"
    assert (article.title, article.authors) == ("Меморандум о вольфраме", ["Айгуль Сеитова"])
    assert (article.url, article.via) == (URL, "КазТАГ")


def test_the_page_of_record_may_correct_what_it_said(make, keep):
    keep(published=Dated("2025-11", "footer"), headlines=(Headline("Другое"),))
    outcome = keep(published=Dated("2025-11-17T17:08", "byline"), headlines=(Headline("Иное", "2025-11-16"),))
    article = Article.objects.get()
    assert outcome.outcome == "changed"
    assert (article.published, str(article.published_day)) == ("2025-11-17T17:08", "2025-11-17")
    assert [str(headline) for headline in article.headlines.all()] == ["Иное"]


def test_a_changed_text_at_a_known_address_is_a_revision(make, keep):
    keep(make.statistic(), make.agreement(), url=URL)
    body = "Обновлено. " + make.BODY.replace("подписали меморандум о вольфраме", "договорились о вольфраме")
    outcome = keep(make.statistic(body=body), body=body, page_text="new", url=URL)
    assert (outcome.outcome, outcome.reason) == ("changed", "the text has changed")
    assert outcome.counts == {"unchanged": 1, "stale": 1}
    assert (Article.objects.count(), Revision.objects.get().body) == (1, make.BODY)
    evidence = Statistic.objects.get().evidence.get()
    assert body[evidence.start : evidence.stop] == "94 млрд тенге"
    before = make.all_rows()
    assert keep(make.statistic(body=body), body=body, page_text="new", url=URL).outcome == "unchanged"
    assert make.all_rows() == before


def test_an_earlier_text_that_comes_again_changes_nothing(make, keep):
    keep(make.statistic(), url=URL)
    body = "Обновлено. " + make.BODY
    keep(make.statistic(body=body), body=body, page_text="new", url=URL)
    before = make.all_rows()
    outcome = keep(make.statistic(), url=URL)
    assert (outcome.outcome, outcome.reason) == ("unchanged", EARLIER)
    assert make.all_rows() == before


def test_an_earlier_text_is_restored_where_the_operator_says_so(world, make, keep):
    keep(make.statistic(), make.agreement(), url=URL)
    Statistic.objects.get().accept(world.editor)
    damaged = "Страница повреждена: Казахстан, вольфрам."
    keep(body=damaged, page_text="damaged", url=URL)
    assert Statistic.objects.published().get().stale
    outcome = save(make.reading(make.statistic(), make.agreement(), url=URL), make.page(), restore=True)
    assert (outcome.outcome, outcome.reason) == ("changed", "an earlier text is current again")
    article = Article.objects.get()
    assert (article.body, article.revisions.get().body) == (make.BODY, damaged)
    fact = Statistic.objects.published().get()
    assert (fact.stale, fact.evidence.get().stale) == (False, False)
    before = make.all_rows()
    assert (
        save(make.reading(make.statistic(), make.agreement(), url=URL), make.page(), restore=True).outcome
        == "unchanged"
    )
    assert keep(body=damaged, page_text="damaged", url=URL).reason == EARLIER
    assert make.all_rows() == before
    assert Page.objects.count() == 2


def test_a_page_that_is_cleaned_better_moves_its_quotes(make, keep):
    keep(make.statistic(), page_text="page")
    spaced = make.BODY.replace("\n", "\n\n")
    assert keep(make.statistic(body=spaced), body=spaced, page_text="page").counts == {"unchanged": 1}
    evidence = Statistic.objects.get().evidence.get()
    assert spaced[evidence.start : evidence.stop] == evidence.quote
    assert not Revision.objects.exists()


def test_a_rejected_mention_stays_rejected(make, keep):
    keep()
    Mention.objects.filter(country="KZ").update(rejected=True)
    keep()
    assert [str(mention.subject) for mention in Mention.objects.kept()] == ["вольфрам"]


def test_an_import_that_changes_nothing_leaves_no_run(world, make):
    save(make.everything(), make.page())
    before = make.all_rows()
    log = RunLog(["seeds"])
    save(make.everything(), make.page(), log)
    log.finish()
    assert make.all_rows() == before


def test_a_run_tells_of_every_page_once_something_changed(world, make):
    log = RunLog(["seeds"])
    save(make.everything(), make.page(), None)
    save(make.everything(), make.page(), log)
    other = "Вчера сообщили. " + make.BODY
    save(make.everything(other), make.page(other, "other.txt"), log)
    log.finish()
    items = log.run.items.all()
    assert [(item.name, item.outcome) for item in items] == [("page.txt", "unchanged"), ("other.txt", "new")]
    assert items[1].counts == {"changed": 4}
