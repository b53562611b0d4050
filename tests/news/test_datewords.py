"""EDTF dates read as people write them, in both languages."""

import pytest

from news.datewords import spoken

SPOKEN = [
    ("2025", "2025 г.", "2025"),
    ("2025-11", "ноябрь 2025 г.", "November 2025"),
    ("2025-11-07", "7 ноября 2025 г.", "7 November 2025"),
    ("2025-11-17T17:08", "17 ноября 2025 г., 17:08", "17 November 2025, 17:08"),
    ("2025-11-17T17:08:30+05:00", "17 ноября 2025 г., 17:08", "17 November 2025, 17:08"),
    ("2024-Q3", "III квартал 2024 г.", "Q3 2024"),
    ("2024-35", "III квартал 2024 г.", "Q3 2024"),
    ("2024-21", "весна 2024 г.", "spring 2024"),
    ("2024-40", "первое полугодие 2024 г.", "first half of 2024"),
    ("2024-01/2024-09", "9 месяцев 2024 г.", "January–September 2024"),
    ("2024-01/2024-03", "3 месяца 2024 г.", "January–March 2024"),
    ("2024-02/2024-02", "февраль 2024 г.", "February 2024"),
    ("2024-01/2024-12", "2024 г.", "2024"),
    ("2024-03/2024-05", "март – май 2024 г.", "March–May 2024"),
    ("2023-10/2024-02", "октябрь 2023 г. – февраль 2024 г.", "October 2023 – February 2024"),
    ("2020/2024", "2020–2024 гг.", "2020–2024"),
    ("2024/..", "начиная с: 2024 г.", "from 2024"),
    ("../2030", "по: 2030 г.", "until 2030"),
    ("202X", "2020-е гг.", "2020s"),
    ("2024~", "2024 г. (приблизительно)", "2024 (approximately)"),
]
LEFT_AS_THEY_ARE = ["вчера", "2024-13", "2024-00", "2024-13/2024-14", "в/на", "20255", "<b>", "/", "../.."]


@pytest.mark.parametrize("text", LEFT_AS_THEY_ARE)
def test_what_is_no_date_is_shown_as_it_is(text: str) -> None:
    assert spoken(text) == text
    assert spoken(text, "en") == text


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_no_date_is_an_empty_text(nothing: str | None) -> None:
    assert spoken(nothing) == ""


@pytest.mark.parametrize(("edtf", "russian", "english"), SPOKEN)
def test_a_date_reads_as_people_write_it(edtf: str, russian: str, english: str) -> None:
    assert spoken(edtf).replace("\N{NO-BREAK SPACE}", " ") == russian
    assert spoken(edtf, "en").replace("\N{NO-BREAK SPACE}", " ") == english


def test_a_year_and_its_word_stay_on_one_line() -> None:
    assert spoken("2021-11-07") == "7\N{NO-BREAK SPACE}ноября 2021\N{NO-BREAK SPACE}г."
