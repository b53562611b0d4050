"""A small newsroom for tests of pages: a published fact of each kind, and facts that the public must not see."""

from __future__ import annotations

from hashlib import sha256
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Group, User

from minerals.models import Agreement, Country, Evidence, Fact, Mineral, Project, Quotation, Region, Statistic, Unit
from minerals.roles import ensure_roles
from news.models import Article, Source

BODY = (
    "Секретное вступление, которое никто не цитирует. "
    "На руднике Сарыбулак добудут более 53 тыс. тонн вольфрама в 2024 году, сказал министр.\n"
    "В ноябре Казахстан и Узбекистан подписали меморандум о вольфраме. "
    "«Мы построим завод сами», – заявил Ержан Ахметов. "
    "Прогноз в 99 тонн эксперты назвали слухом."
)


def quoted(article: Article, fact: Fact, quote: str) -> Evidence:
    """Evidence of the fact in the article."""
    start = article.body.index(quote)
    kind = {fact._meta.model_name: fact}
    return Evidence.objects.create(
        article=article, start=start, stop=start + len(quote), quote=quote, rule="by hand", **kind
    )


def read(model: type[Fact], article: Article, quote: str, **values: Any) -> Any:
    """A fact as a machine would have read it."""
    fact = model(key=sha256(f"{model.__name__} {values}".encode()).hexdigest())
    fact.put(values)
    fact.read = fact.values()
    fact.save()
    quoted(article, fact, quote)
    return fact


def newsroom() -> SimpleNamespace:
    """Everything that the pages show."""
    ensure_roles()
    editor = User.objects.create_user("askar", first_name="Аскар", last_name="Нуров", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    for code, ru, en in (("KZ", "Казахстан", "Kazakhstan"), ("UZ", "Узбекистан", "Uzbekistan")):
        Country.objects.create(code=code, alpha3=f"{code}X", name_ru=ru, name_en=en)
    Region.objects.create(code="KZ-ZHT", country_id="KZ", name_ru="Жетысу", name_en="Jetisu")
    Mineral.objects.create(slug="tungsten", name_ru="вольфрам", name_en="tungsten", symbol="W")
    Unit.objects.create(code="t", kind="mass", name_ru="тонна", name_en="tonne", counted_ru="т")
    source = Source.objects.create(domain="example.kz", name="Рудный вестник", url="https://example.kz")
    article = Article.objects.create(
        title="Вольфрам Сарыбулака",
        body=BODY,
        page_key="0" * 64,
        source=source,
        published="2025-11-07",
        url="https://example.kz/news/1?a=1&b=2",
    )
    number = read(
        Statistic,
        article,
        "более 53 тыс. тонн вольфрама",
        value="53000",
        unit="t",
        measure="production",
        qualifier="more_than",
        country="KZ",
        region="KZ-ZHT",
        mineral="tungsten",
        period="2024",
        attributed_to="министр",
    )
    project = read(
        Project,
        article,
        "На руднике Сарыбулак",
        name="Сарыбулак",
        kind="mine",
        stage="operating",
        country="KZ",
        minerals=["tungsten"],
        start="2024-Q1",
    )
    agreement = read(
        Agreement,
        article,
        "Казахстан и Узбекистан подписали меморандум",
        kind="memorandum",
        status="signed",
        parties=["KZ", "UZ"],
        minerals=["tungsten"],
        date="2025-11",
    )
    quotation = read(
        Quotation,
        article,
        "«Мы построим завод сами», – заявил Ержан Ахметов.",
        speaker="Ержан Ахметов",
        role="министр",
        text="Мы построим завод сами",
    )
    published = [number, project, agreement, quotation]
    for fact in published:
        fact.accept(editor)
    proposed = read(Statistic, article, "99 тонн", value="99", unit="t", measure="reserves", country="KZ")
    rejected = read(Project, article, "завод", name="Слуховой завод", kind="processing plant", country="KZ")
    rejected.reject(editor)
    merged = read(Agreement, article, "меморандум о вольфраме", kind="memorandum", status="signed", parties=["KZ"])
    merged.merge_into(agreement, editor)
    return SimpleNamespace(
        article=article,
        editor=editor,
        source=source,
        number=number,
        project=project,
        agreement=agreement,
        quotation=quotation,
        published=published,
        proposed=proposed,
        rejected=rejected,
        merged=merged,
    )
