"""What the press calls places and money: found in any case, and not found in words that only look alike."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from importers.extraction.lexicon import Entry, Lexicon
from importers.extraction.segment import tokenise
from importers.reference import currency_entries, thing_entries

REFERENCE = Path(__file__).resolve().parents[2] / "seeds" / "reference"


def entries() -> Iterator[Entry]:
    """The lexicon rows of the four files of places and money, and no other names."""
    for kind, stem in {"country": "countries", "group": "groups", "region": "regions", "": "currencies"}.items():
        with (REFERENCE / f"{stem}.tsv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader((x for x in lines if x[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE):
                yield from thing_entries(kind, row) if kind else currency_entries(row)


@cache
def lexicon() -> Lexicon:
    """The names as the extractor sees them."""
    return Lexicon(entries())


def found(phrase: str) -> set[str]:
    """The keys of all things that a phrase names."""
    return {entry.key for match in lexicon().names.scan(tokenise(phrase)) for entry in match.entries}


@pytest.mark.parametrize(
    "phrase",
    [
        # other words that look like a country
        "В цехе стоял дым и чад.",
        "До того же года шахта не работала.",
        "Того же мнения и геологи.",
        "Залили два куба бетона.",
        "Очерк принадлежит его перу.",
        "Из цинковых кеков извлекли тонну индия и германия.",
        "Баллоны с бутаном взорвались.",
        "У горняка нашли катар желудка.",
        "Купили панаму и перец чили.",
        "Работы осмотрел архитектор, поклонник Доминика Перро.",
        # adjectives of a people or a language
        "Сборник вышел на казахском и русском языках.",
        "Договор составлен по-английски, с арабским переводом.",
        "В зале висел портрет Александра Македонского.",
        "Конголезские горняки требуют надбавки.",  # two states
        # abbreviations with another meaning, and names that two states share
        "Рудник входит в РУ «Северное».",
        "Попутный газ (ПНГ) сжигают на факеле.",
        "Делегация РТ посетила завод.",
        "Министр РБ уехал.",
        "Открыта Америка.",
        "Пароход идёт по Конго.",
        # capitals that are another word or a person
        "София работает маркшейдером.",
        "Вена кварца уходит на глубину.",
        "Рига, где сушили зерно, сгорела.",
        # regions: people, families, valleys over borders, adjectives
        "Переселили двести семей шахтёров.",
        "Рудный двор закрыт.",
        "Памятник Абаю и Навои поставили у входа.",
        "Аркадаг выслушал отчёт.",
        "Чуйский тракт перекрыт.",
        "Ферганская долина перенаселена.",
        "Карьер на ташкентской дороге.",
        # money: masses, fish and trees beside no number still have no owner
        "Купил фунт соли.",
        "Песок весом в пять фунтов.",
        "Динар подешевел.",
        "Крона дерева видна издали.",
    ],
)
def test_a_word_that_only_looks_like_a_place_names_none(phrase: str) -> None:
    assert found(phrase) == set()


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        # the longer name wins over the country inside it
        ("Добыча в Британской Колумбии", {"CA-BC"}),
        ("во Внутренней Монголии", {"CN-NM"}),
        ("в Северной Ирландии", {"GB-NIR"}),
        ("с Экваториальной Гвинеей", {"GQ"}),
        ("в Папуа — Новой Гвинее", {"PG"}),
        ("в Гвинее-Бисау", {"GW"}),
        ("в Южном Судане", {"SS"}),
        ("в Демократической Республике Конго", {"CD"}),
        ("в Республике Конго", {"CG"}),
        ("с Северной Кореей", {"KP"}),
        ("с Корейской Народно-Демократической Республикой", {"KP"}),
        ("экспорт Соединённого Королевства", {"GB"}),
        ("Балканы и Балканский велаят", {"balkans", "TM-B"}),
        ("из Восточного Туркестана", {"CN-XJ"}),
        ("сто долларов США", {"USD"}),
        ("сто долл. США", {"USD"}),
        ("сорок австралийских долларов", {"AUD"}),
        ("сорок азербайджанских манатов", {"AZN"}),
        ("сорок франков КФА", {"XOF"}),
        ("сорок белорусских рублей", {"BYN"}),
        ("сто фунтов стерлингов", {"GBP"}),
        # other names, abbreviations, adjectives, cases
        ("Президент Киргизии", {"KG"}),
        ("в Кыргызской Республике", {"KG"}),
        ("кыргызстанское правительство", {"KG"}),
        ("Минприроды КР", {"KG"}),
        ("с казахстанской стороной", {"KZ"}),
        ("Правительство РК", {"KZ"}),
        ("в Поднебесной", {"CN"}),
        ("власти КНР", {"CN"}),
        ("с Соединёнными Штатами", {"US"}),
        ("интересы Штатов", {"US"}),
        ("инвесторы из Объединённых Арабских Эмиратов", {"AE"}),
        ("с ОАЭ", {"AE"}),
        ("в ЮАР", {"ZA"}),
        ("с Республикой Корея", {"KR"}),
        ("из Боснии и Герцеговины", {"BA"}),
        ("в Кот-д’Ивуаре", {"CI"}),
        ("Индия и Германия покупают", {"IN", "DE"}),
        ("рудники Чили, Перу, Мали и Чада", {"CL", "PE", "ML", "TD"}),
        ("власти Того", {"TG"}),
        ("переговоры с Анкарой и Улан-Батором", {"TR", "MN"}),
        ("в Тайланде", {"TH"}),
        ("страны Центральной Азии", {"central-asia"}),
        ("саммит С5+1", {"c5-plus-1"}),
        ("саммит C5+1", {"c5-plus-1"}),
        ("в странах Персидского залива", {"gulf"}),
        ("центральноазиатский рынок", {"central-asia"}),
        ("саммит «Большой семёрки»", {"g7"}),
        ("в литиевом треугольнике", {"lithium-triangle"}),
        ("экспорт в ЕС", {"eu"}),
        # regions with their short forms
        ("в Алматинской области", {"KZ-19"}),
        ("в Алматинской обл.", {"KZ-19"}),
        ("в области Абай", {"KZ-10"}),
        ("в Жетысуской области", {"KZ-33"}),
        ("в области Жетiсу", {"KZ-33"}),  # Latin «i», as typed
        ("область Ұлытау", {"KZ-62"}),
        ("в ВКО и ЗКО", {"KZ-63", "KZ-27"}),
        ("в Усть-Каменогорске", {"KZ-63"}),
        ("под Семеем", {"KZ-10"}),
        ("в Джалал-Абадской области", {"KG-J"}),
        ("в Жалал-Абадской области", {"KG-J"}),
        ("на берегу Иссык-Куля", {"KG-Y"}),
        ("Ошскую область", {"KG-O"}),
        ("в Хатлонской области", {"TJ-KT"}),
        ("в ГБАО", {"TJ-GB"}),
        ("в Ахалском велаяте", {"TM-A"}),
        ("город Мары", {"TM-M"}),
        ("в Навоийской области", {"UZ-NW"}),
        ("в Каракалпакстане", {"UZ-QR"}),
        ("в СУАР", {"CN-XJ"}),
        ("в провинции Ганьсу", {"CN-GS"}),
        ("в Тверской области", {"RU-TVE"}),
        ("в ХМАО — Югре", {"RU-KHM"}),
        ("с Якутией", {"RU-SA"}),
        # money
        ("триста тысяч сумов", {"UZS"}),
        ("узбекских сумов", {"UZS"}),
        ("пять сомов", {"KGS"}),
        ("сорок тенге", {"KZT"}),
        ("сорок казахстанских тенге", {"KZT"}),
        ("десять тг", {"KZT"}),
        ("сто сомони", {"TJS"}),
        ("сто манатов", {"TMT"}),
        ("сто юаней", {"CNY"}),
        ("сто иен и сто йен", {"JPY"}),
        ("двести вон", {"KRW"}),
        ("пять рублей и пять руб.", {"RUB"}),
        ("три евро", {"EUR"}),
        ("сто тугриков", {"MNT"}),
        ("сто драмов", {"AMD"}),
    ],
)
def test_the_names_of_the_press_are_found_in_their_cases(phrase: str, keys: set[str]) -> None:
    assert found(phrase) == keys
