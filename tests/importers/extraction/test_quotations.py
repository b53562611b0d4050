"""Whose words a body reports; refusals first."""

from __future__ import annotations

from functools import lru_cache

import pytest

from importers.extraction import quotations
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import read
from importers.records import Article, Quotation
from importers.reference import lexicon_entries


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(lexicon_entries())


def said(body: str) -> tuple[Quotation, ...]:
    return quotations.find(read(Article("", body), lexicon()))


def speakers(body: str) -> set[str]:
    return {quotation.speaker for quotation in said(body)}


NOBODY = {
    "a ministry speaks": "Министерство энергетики сообщило, что новый блок пустят осенью.",
    "a press service speaks": "В комбинате новый цех, рассказали в пресс-службе акима Марата Оспанова.",
    "a press service of a person": "Об этом сообщила пресс-служба президента Касым-Жомарта Токаева.",
    "an agency speaks": "Запасы пересчитали, сообщает «Интерфакс».",
    "an agency with a person in the sentence": "Аскар Беков посетил рудник, передаёт Tengrinews.kz.",
    "experts without names": "Эксперты отмечают, что спрос на медь растёт.",
    "the name is cut out": "Спрос вырастет, говорит отраслевой аналитик из Ташкента []. По его словам, и цена.",
    "a signer": "Договор подписали министр Ерлан Сатов и глава компании Джон Смит.",
    "a visitor": "Премьер-министр Олжас Бектенов осмотрел обогатительную фабрику и шахту.",
    "a listener": "Олжасу Бектенову рассказали о ходе строительства.",
    "a hearer in the dative": "Геологи сообщили министру Ерлану Сатову о новых запасах.",
    "an appointed person": "Директором рудника назначен Азамат Исаев, ранее он руководил фабрикой.",
    "a decision is no speech": "Министр Таалайбек Осмонов решил проверить склады сам.",
    "an order is no speech": "Президент Садыр Жапаров поручил ускорить стройку.",
    "it was not said": "Министр Ерлан Сатов не сообщил, сколько стоит проект.",
    "a thing named after somebody": "Шахта имени Алексея Петрова сообщает о рекорде смены.",
    "the verb of a holiday": "Горняк Виктор Шульц отметил юбилей в забое.",
    "a contract was concluded": "Предприниматель Марат Алиев заключил договор на поставку крепи.",
    "the noun of the verb": "Сообщение о визите Марата Алиева появилось вечером.",
    "a relative clause of another": "Марат Алиев приехал на завод, который сообщил о простое.",
    "a company with the ending of a surname": "Казатомпром заявил о росте добычи.",
    "an outlet with a name like a surname": "Завод остановлен, сообщает Акорда со ссылкой на Орду.",
    "a plural verb of others": "Люди жалуются на цены, и министр Асет Байжанов решил проверить склады.",
    "a deposit with the ending of a surname": "На Жолымбет прибыли буровики, там считают запасы.",
    "a dash after a name in quotation marks": "Рудник «Алтын» — закрыл директор Азамат Исаев летом.",
    "a dialogue of nobody": "На рынке спорили.\n— Почём уголь?\n— Восемь тысяч.\n— А доставка?\n— Даром.",
    "who asked the questions": "Беседовала Нурзат Асанова.\n— Почём уголь?\n— Восемь.\n— А руда?\n— Сто.",
    "one question is no interview": "Марат Алиев ехал на рудник.\n— Далеко ещё?\n— Час.",
}


@pytest.mark.parametrize("body", NOBODY.values(), ids=NOBODY.keys())
def test_nobody_speaks(body: str) -> None:
    assert speakers(body) == set()


SPEAKERS = {
    "verb before the name": ("Цены вырастут, считает Иван Громов.", {"Иван Громов"}),
    "name before the verb": ("Иван Громов считает, что цены вырастут.", {"Иван Громов"}),
    "role and name after a quotation": (
        "«Руды хватит на век», — подчеркнул директор рудника Азамат Исаев.",
        {"Азамат Исаев"},
    ),
    "a quotation in straight quotes": ('"Руды хватит", - сказала Айгуль Сапарова.', {"Айгуль Сапарова"}),
    "by the words of": ("По словам министра энергетики Ерлана Сатова, блок пустят осенью.", {"Ерлан Сатов"}),
    "by the opinion, a woman": ("По мнению Марии Белоусовой, спрос упадёт.", {"Мария Белоусова"}),
    "by the estimate, a Western name": ("По оценке аналитика Пола Стивенсона, цена удвоится.", {"Пол Стивенсон"}),
    "about this, inverted": ("Об этом заявил вице-премьер Джамшид Ходжаев на форуме.", {"Джамшид Ходжаев"}),
    "as he notes": ("Как отмечает геолог Серик Нурбеков, жила уходит на север.", {"Серик Нурбеков"}),
    "with reference to": ("Запуск отложен, пишет газета со ссылкой на акима Асета Байжанова.", {"Асет Байжанов"}),
    "a proposal": ("Президент Узбекистана Шавкат Мирзиёев предложил создать общий фонд.", {"Шавкат Мирзиёев"}),
    "a second verb": ("Аким Берик Асанов приехал на стройку и рассказал о сроках.", {"Берик Асанов"}),
    "a gerund": ("Токаев Касым-Жомарт открыл форум, подчеркнув роль недр.", {"Токаев Касым-Жомарт"}),
    "a long role between": (
        "Об этом рассказал первый заместитель председателя правления АО «Горные машины» по производству Руслан Ким.",
        {"Руслан Ким"},
    ),
    "an apposition between commas": (
        "Руслан Ким, директор фабрики, пояснил, что концентрат останется в стране.",
        {"Руслан Ким"},
    ),
    "who reported": ("Журналисты встретились с Русланом Кимом, который рассказал о планах.", {"Руслан Ким"}),
    "a short adjective": ("Аналитик Бахтиёр Эргашев уверен: спрос не упадёт.", {"Бахтиёр Эргашев"}),
    "hope expressed": ("Министр Ермек Ахметов выразил надежду на скорый пуск.", {"Ермек Ахметов"}),
    "a heading": ("Тимур Сагынов, инженер:\n— Мы ждали этого десять лет.", {"Тимур Сагынов"}),
    "an unknown surname after the verb": ("«Мы готовы», — заявил Трамп.", {"Трамп"}),
    "an unknown surname with a role": ("Госсекретарь Рубио сообщил о новых пошлинах.", {"Рубио"}),
    "a Chinese name": ("Председатель КНР Си Цзиньпин отметил рост торговли.", {"Си Цзиньпин"}),
    "a Chinese name in the genitive": ("По словам посла Чжан Сяо, компании готовы вложить больше.", {"Чжан Сяо"}),
    "initials": ("«Работа идёт», — пояснил А. Тулегенов.", {"А. Тулегенов"}),
    "kin after the name": ("Проект окупится, считает экономист Акрам Собир угли.", {"Акрам Собир угли"}),
    "an apposition, then an object like a subject": (
        "Иван Громов, директор рудника, отметил рост добычи.",
        {"Иван Громов"},
    ),
    "a date between verb and name": (
        "«Работы идут», — сказал вчера, 13 октября, глава комбината Асет Байжанов.",
        {"Асет Байжанов"},
    ),
    "the same opinion": (
        "Спрос упадёт, считает Иван Громов. Того же мнения Асет Байжанов.",
        {"Иван Громов", "Асет Байжанов"},
    ),
    "the words of": ("«Это рекорд», — приводит портал слова главы фонда Фатиха Бироля.", {"Фатих Бироль"}),
    "thanks": ("Аида Маматова поблагодарила шахтёров.", {"Аида Маматова"}),
    "two in one sentence": ("Об этом заявили Иван Громов и Марат Алиев.", {"Иван Громов", "Марат Алиев"}),
    "a signature": ("«Руды хватит надолго», — Азамат Исаев, директор рудника.", {"Азамат Исаев"}),
    "any verb after a line with a dash": (
        "— Проявление не рудник, — остужает горячих ветеран разведки Марат Алиев. — Бурить три года.",
        {"Марат Алиев"},
    ),
    "any verb after a quotation": ("«Это пауза», — разводит руками экономист Иван Громов.", {"Иван Громов"}),
    "a firm with an ampersand": (
        "— Завод нужен, — считает директор фирмы Coal&Co Асет Байжанов.",
        {"Асет Байжанов"},
    ),
    "an aside before the verb": ("Директор Асет Байжанов, выступая на форуме, назвал сроки.", {"Асет Байжанов"}),
    "a short heading": ("Асет Байжанов, аким района: «Площадка пуста».", {"Асет Байжанов"}),
    "who does not agree": ("С этим не согласен экономист Иван Громов.", {"Иван Громов"}),
    "a first name that is a place": ("По словам замминистра Урала Каримова, меди хватит.", {"Урал Каримов"}),
    "the name in another case before": (
        "Премьер встретил Олжаса Бектенова. Бектенов сообщил о трёх заводах.",
        {"Олжас Бектенов"},
    ),
    "a slip in the surname": (
        "Эксперт Самат Курманов спорит с прогнозом. Спрос вырастет, отмечает Самат Кумранов.",
        {"Самат Курманов"},
    ),
    "the full name comes later": (
        "Проект выгоден, уверен Дюсенов. Напомним, Ержан Дюсенов возглавил комбинат в мае.",
        {"Ержан Дюсенов"},
    ),
}


@pytest.mark.parametrize(("body", "expected"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_speakers(body: str, expected: set[str]) -> None:
    assert speakers(body) == expected


POINTED_AT = {
    "he": "Министр Ерлан Сатов прибыл в Жезказган. Он отметил, что цех готов.",
    "by his words": "Цех готов, сообщил Ерлан Сатов. По его словам, осталась наладка.",
    "the expert": "Спрос растёт, считает Ерлан Сатов. Цена удвоится, полагает эксперт.",
    "the role he has": "Аким Ерлан Сатов объехал стройки. Восемь из них сданы, сообщил аким.",
}


@pytest.mark.parametrize("body", POINTED_AT.values(), ids=POINTED_AT.keys())
def test_pointing_words_mean_who_was_named(body: str) -> None:
    assert speakers(body) == {"Ерлан Сатов"}
    assert said(body)[-1].span.stop == len(body)


ROLES = {
    "before the name": ("Аким области Асет Байжанов рассказал о планах.", "аким области"),
    "bent": (
        "По словам заместителя министра горной промышленности Ерлана Сатова, руды хватит.",
        "заместитель министра горной промышленности",
    ),
    "after the name": ("Цены растут, говорит Иван Громов, руководитель отдела сырья.", "руководитель отдела сырья"),
    "with an adjective": ("Как пишет известный кыргызский экономист Азамат Исаев, долг велик.", "кыргызский экономист"),
    "none": ("Иван Громов считает, что цены вырастут.", None),
}


@pytest.mark.parametrize(("body", "role"), ROLES.values(), ids=ROLES.keys())
def test_role_in_the_nominative(body: str, role: str | None) -> None:
    assert said(body)[0].role == role


def test_the_span_is_the_sentence_that_reports() -> None:
    body = "Цех построен. Он даст сто тонн, сообщил директор Азамат Исаев. Пуск намечен на май."
    (quotation,) = said(body)
    assert body[quotation.span.start : quotation.span.stop] == quotation.span.quote
    assert quotation.span.quote == "Он даст сто тонн, сообщил директор Азамат Исаев."


def test_answers_of_an_interview_are_its_guests() -> None:
    body = (
        "О делах шахты мы расспросили её директора Азамата Исаева.\n— Азамат Сатович, много ли руды?\n"
        "— Много. Хватит на век.\n— Говорят, шахту продали.\n— Слухи.\nСправка. Шахте сто лет."
    )
    found = said(body)
    assert [(q.speaker, q.rule, q.span.quote) for q in found] == [
        ("Азамат Исаев", "interview", "Много. Хватит на век."),
        ("Азамат Исаев", "interview", "Слухи."),
    ]
    assert all(body[q.span.start : q.span.stop] == q.span.quote for q in found)
