"""Every row of the word classes that numbers turn on reads its example and leaves its counter-example."""

from __future__ import annotations

import pytest

from importers.extraction import statistics
from importers.extraction.lexicon import Lexicon
from importers.extraction.text import Line, Text, read
from importers.records import Article
from importers.reference import REFERENCE, rows


def table(kind: str, column: str = "example") -> list[tuple[str, str]]:
    return [(row["key"], row[column]) for row in rows(REFERENCE / "words" / f"{kind}.tsv") if row.get(column)]


def text_of(phrase: str, lexicon: Lexicon) -> Text:
    return read(Article("", phrase), lexicon)


def line_of(phrase: str, lexicon: Lexicon) -> Line:
    return text_of(phrase, lexicon).lines[0]


@pytest.mark.parametrize(("unit", "example"), table("unit"))
def test_units(unit: str, example: str, lexicon: Lexicon) -> None:
    assert [q.unit for q in line_of(example, lexicon).quantities] == [unit]


@pytest.mark.parametrize(("scale", "example"), table("scale"))
def test_scales(scale: str, example: str, lexicon: Lexicon) -> None:
    (quantity,) = line_of(example, lexicon).quantities
    assert quantity.number.scale == int(scale)


@pytest.mark.parametrize(("qualifier", "phrase"), table("qualifier", "counterexample"))
def test_qualifiers_leave_their_counterexample(qualifier: str, phrase: str, lexicon: Lexicon) -> None:
    assert all(q.qualifier != qualifier for q in line_of(phrase, lexicon).quantities)


@pytest.mark.parametrize(("qualifier", "example"), table("qualifier"))
def test_qualifiers(qualifier: str, example: str, lexicon: Lexicon) -> None:
    (quantity,) = line_of(example, lexicon).quantities
    assert quantity.qualifier == qualifier


@pytest.mark.parametrize(("key", "example"), [(k, e) for k, e in table("counted") if k not in {"people"}])
def test_counted_nouns(key: str, example: str, lexicon: Lexicon) -> None:
    said = [s.measure for s in statistics.find(text_of(example, lexicon), ())]
    assert said == ([] if key == "none" else [key])


@pytest.mark.parametrize("kind", ["comparison", "reach", "hint", "month"])
def test_words_are_found_in_their_example(kind: str, lexicon: Lexicon) -> None:
    for key, example in table(kind):
        said = {e.key for match in line_of(example, lexicon).saying(kind) for e in match.entries}
        assert key in said, example


def test_a_target_is_exact_and_a_ceiling_is_not(lexicon: Lexicon) -> None:
    """The examples of `reach`: «довести до» names a target, «перерабатывать до» a ceiling."""
    for column, qualifier in (("counterexample", "up_to"), ("example", "exact")):
        for _, phrase in table("reach", column):
            assert [q.qualifier for q in line_of(phrase, lexicon).quantities] == [qualifier]
