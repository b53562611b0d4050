"""Countries, groups, regions and currencies: whole standards, well-formed, one owner a name."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from importers.extraction.lexicon import Entry, surfaces
from importers.extraction.segment import tokenise
from importers.reference import currency_entries, thing_entries

REFERENCE = Path(__file__).resolve().parents[2] / "seeds" / "reference"
HEADERS = {
    "countries": "code alpha3 name_ru name_en nouns adjectives abbreviations capital_ru capital_en capital_acts"
    " examples counterexamples",
    "groups": "code name_ru name_en nouns adjectives abbreviations members examples counterexamples",
    "regions": "code country name_ru name_en kind nouns adjectives examples counterexamples",
    "currencies": "code name_ru name_en nouns abbreviations symbols examples counterexamples",
}
NAME_COLUMNS = ("name_ru", "nouns", "adjectives", "abbreviations", "symbols", "capital_ru")


def words(text: str) -> frozenset[str]:
    """The codes of a list written as words."""
    return frozenset(text.split())


ISO_3166 = words("""
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
    GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
    UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
""")
USER_ASSIGNED = {"XK": "Kosovo, by the user-assigned code that the European institutions use"}

# Money, funds and units of account; the metals, bond market units, XTS and XXX are no currency that a page names.
ISO_4217 = words("""
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
    CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL
    HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA
    MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
    RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
    USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XCD XCG XDR XOF XPF XSU XUA YER ZAR ZMW ZWG
""")
WITHDRAWN = {"BGN": "left the standard on 1 January 2026; older pages name it"}

STATES = {"KZ": 20, "KG": 9, "TJ": 5, "TM": 7, "UZ": 14}  # with their cities; Turkmenistan's seventh is Arkadag
MEMBERS = {"central-asia": 5, "c5-plus-1": 6, "eu": 27, "eurozone": 21, "eaeu": 5, "cis": 10, "sco": 10, "brics": 10,
           "ots": 5, "csto": 6, "nato": 32, "g7": 7, "g20": 19, "opec": 12, "oecd": 38, "asean": 11, "cica": 28,
           "africa": 55, "arab-league": 22, "gulf": 6, "apec": 21}  # fmt: skip

# One name, two owners on purpose: the government that a capital stands for, and the city as a place.
SHARED = {
    "пекин": {"CN", "CN-BJ"},
    "бишкек": {"KG", "KG-GB"},
    "астана": {"KZ", "KZ-71"},
    "москва": {"RU", "RU-MOW"},
    "душанбе": {"TJ", "TJ-DU"},
    "ашхабад": {"TM", "TM-S"},
    "ташкент": {"UZ", "UZ-TK"},
}


def table(stem: str) -> list[dict[str, str]]:
    """The rows of a reference file by column."""
    with (REFERENCE / f"{stem}.tsv").open(encoding="utf-8", newline="") as lines:
        kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def codes(stem: str) -> list[str]:
    """The keys of a file in its order."""
    return [row["code"] for row in table(stem)]


def cell(text: str | None) -> list[str]:
    """The parts of a cell that is a list."""
    return text.split("|") if text else []


def listed(stem: str) -> list[tuple[str, str, str]]:
    """Every name of a file as it is written: key, column, name with its mark."""
    return [(row["code"], c, name) for row in table(stem) for c in NAME_COLUMNS for name in cell(row.get(c))]


@cache
def entries(stem: str) -> tuple[Entry, ...]:
    """The lexicon rows that a file gives."""
    kind = {"countries": "country", "groups": "group", "regions": "region"}.get(stem)
    return tuple(e for row in table(stem) for e in (thing_entries(kind, row) if kind else currency_entries(row)))


@pytest.mark.parametrize("stem", HEADERS)
def test_every_row_fits_the_header(stem: str) -> None:
    lines = (REFERENCE / f"{stem}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == HEADERS[stem].replace(" ", "\t")
    width = len(HEADERS[stem].split())
    assert [n for n, line in enumerate(lines, 1) if line[:1] not in {"", "#"} and line.count("\t") != width - 1] == []


@pytest.mark.parametrize("stem", HEADERS)
def test_keys_are_sorted_and_stand_once(stem: str) -> None:
    assert codes(stem) == sorted(set(codes(stem)))


@pytest.mark.parametrize("stem", HEADERS)
def test_no_name_is_empty_doubled_or_of_two_alphabets(stem: str) -> None:
    bad = [n for _, _, n in listed(stem) if n != n.strip() or not n.lstrip("=!") or "  " in n]
    mixed = [n for _, _, n in listed(stem) if re.search("[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]", n)]
    assert bad == mixed == []
    assert [row["code"] for row in table(stem) if not row["name_ru"] or not row["name_en"]] == []
    for row in table(stem):
        names = [n for c in NAME_COLUMNS if c != "capital_ru" for n in cell(row.get(c))]
        assert len(names) == len(set(names)) or row["name_ru"] in cell(row.get("abbreviations")), row["code"]


@pytest.mark.parametrize("stem", ["countries", "groups", "regions"])
def test_a_noun_begins_with_a_capital_or_is_of_exact_case(stem: str) -> None:
    nouns = [n for _, column, n in listed(stem) if column in {"name_ru", "nouns"} and not n.startswith("=")]
    assert [n for n in nouns if not n.lstrip("!")[0].isupper()] == []
    adjectives = [n for _, column, n in listed(stem) if column == "adjectives"]
    assert [n for n in adjectives if not n.lstrip("!")[0].islower()] == []


@pytest.mark.parametrize("stem", HEADERS)
def test_a_name_in_any_case_has_one_owner_in_its_file(stem: str) -> None:
    owners = defaultdict(set)
    for entry in entries(stem):
        for surface in surfaces(entry):
            owners[surface].add(entry.key)
    assert {" ".join(s): keys for s, keys in owners.items() if len(keys) > 1} == {}


def test_only_capitals_are_shared_between_files() -> None:
    owners = defaultdict(set)
    for entry in (entry for stem in HEADERS for entry in entries(stem)):
        owners[" ".join(token.key for token in tokenise(entry.text))].add(entry.key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == SHARED


def test_countries_are_the_whole_standard() -> None:
    assert set(codes("countries")) == ISO_3166 | set(USER_ASSIGNED)
    assert len(ISO_3166) == 249
    alpha3 = [row["alpha3"] for row in table("countries")]
    assert len(set(alpha3)) == len(alpha3) and all(re.fullmatch("[A-Z]{3}", code) for code in alpha3)


def test_a_capital_acts_only_where_it_is_no_country_s_name() -> None:
    names = {n.lstrip("=!").lower() for _, column, n in listed("countries") if column in {"name_ru", "nouns"}}
    acting = {row["code"]: cell(row["capital_ru"]) for row in table("countries") if row["capital_acts"] == "yes"}
    assert {row["capital_acts"] for row in table("countries")} == {"yes", ""}
    assert [code for code, capital in acting.items() if not capital or capital[0].lstrip("=!").lower() in names] == []
    assert {"KZ", "KG", "TJ", "TM", "UZ", "RU", "CN", "US"} <= acting.keys()
    assert "BE" not in acting  # Brussels speaks for the Union
    assert [row["code"] for row in table("countries") if "|" in row["capital_ru"]] == []  # it is shown as it stands


def test_groups_have_known_members() -> None:
    for row in table("groups"):
        members = row["members"].split(" ")
        assert members == sorted(set(members)) and len(members) > 1, row["code"]
        assert set(members) <= set(codes("countries")), row["code"]
    sizes = {row["code"]: len(row["members"].split(" ")) for row in table("groups")}
    assert {code: sizes[code] for code in MEMBERS} == MEMBERS


def test_regions_are_complete_and_belong_to_their_country() -> None:
    by_country = defaultdict(list)
    for row in table("regions"):
        assert row["code"].split("-")[0] == row["country"] and row["country"] in codes("countries"), row["code"]
        by_country[row["country"]].append(row["code"])
    assert {state: len(by_country[state]) for state in STATES} == STATES
    assert len(by_country["RU"]) == 83
    assert {"CN-XJ", "CN-GS", "CN-QH", "CN-XZ", "CN-NM", "CN-ili", "CN-khorgos"} <= set(by_country["CN"])


def test_currencies_are_the_whole_standard() -> None:
    assert set(codes("currencies")) == ISO_4217 | set(WITHDRAWN)
    assert all(f"={row['code']}" in cell(row["abbreviations"]) for row in table("currencies"))


def test_a_money_sign_has_one_owner() -> None:
    signs = [sign for row in table("currencies") for sign in cell(row["symbols"])]
    assert len(signs) == len(set(signs))
    assert {"$", "€", "₸", "₽", "¥", "£"} <= set(signs)
