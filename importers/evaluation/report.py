"""Read the annotated pages of a folder as an import would, and print the score as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from importers import encodings, sources
from importers.evaluation.gold import load
from importers.evaluation.score import score
from importers.evaluation.tally import Score
from importers.extraction.extract import extract
from importers.extraction.lexicon import Lexicon
from importers.records import UnreadablePage
from importers.reference import REFERENCE, lexicon_entries


def run(folder: Path, pages: Path | None = None, lexicon: Lexicon | None = None) -> Score:
    """The score over all annotated pages of a folder; raises ValueError naming a page that cannot be read."""
    lexicon = lexicon or Lexicon(lexicon_entries(REFERENCE))
    total = Score()
    for gold in load(folder, pages or REFERENCE.parent / "articles"):
        try:
            article = sources.read(encodings.decode(gold.page.read_bytes(), gold.page.name))
        except UnreadablePage as error:
            raise ValueError(f"{gold.page}: {error}") from None
        total.add(score(gold, extract(article, lexicon), lexicon))
    return total


def lines(title: str, total: Score, brief: bool = False) -> Iterator[str]:
    """The score as lines: kinds, attributes, rules, and unless `brief` all that was missed, made up or wrong."""
    yield f"{title}"
    yield f"{'kind':<14}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>7}{'missed':>8}{'extra':>7}"
    for kind, tally in total.kinds.items():
        figures = f"{tally.precision:>10.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"
        yield f"{kind:<14}{figures}{tally.right:>7}{len(tally.missed):>8}{len(tally.extra):>7}"
    yield ""
    for name, counter in sorted(total.attributes.items()):
        yield f"{name:<28}{counter[True]:>7} of {counter.total():>7}"
    yield ""
    for name, counter in sorted(total.rules.items(), key=lambda pair: (-pair[1][False], -pair[1][True], pair[0])):
        yield f"{name:<60}{counter[True]:>4} right{counter[False]:>4} wrong"
    if brief:
        return
    for kind, tally in total.kinds.items():
        yield from (f"missed {kind}: {words}" for words in tally.missed)
        yield from (f"extra {kind}: {words}" for words in tally.extra)
    yield from (f"wrong {words}" for words in total.wrong)
    yield ""
