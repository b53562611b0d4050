"""Figures that the text itself takes back: a correction of ours, a rumour that was denied."""

from __future__ import annotations

from importers.extraction import lists
from importers.extraction.quantities import Quantity
from importers.extraction.text import Line, Text

CLAIMED = lists.stems("statistics: claimed")  # «писали, будто», «в прошлом выпуске мы сообщили»
DENIED = lists.stems("statistics: denied")  # «это слухи», «ошиблись», «опровергнуто»


def retracted(line: Line, quantity: Quantity, text: Text) -> bool:
    """«В сети утверждали, будто рудник продан за $6 млрд. Это выдумка.»"""
    ahead = line.tokens[: quantity.first]
    if not any(token.key.startswith(CLAIMED) for token in ahead):
        return False
    if any(token.key.startswith(DENIED) for token in line.tokens):
        return True
    following = text.lines[line.index + 1] if line.index + 1 < len(text.lines) else None
    return following is not None and any(token.key.startswith(DENIED) for token in following.tokens)
