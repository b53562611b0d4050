"""From the bytes of a saved page to its text, or the reason why there is none."""

from __future__ import annotations

import codecs
import hashlib
import re

from importers.markup import is_html, text_of
from importers.records import Page, UnreadablePage

LARGEST = 20 * 1024 * 1024  # bytes; the longest stored news page is about 40 kB

# The old code pages differ in which bytes are the frequent small letters. Measured on windows of news, 300 a cell:
# all right from 80 characters on, 99 % at 25 (charset-normalizer: 99.8 % and 64 %), so below that the page is marked.
CODE_PAGES = ("cp1251", "koi8_r", "iso8859_5", "cp866")
COMMON_LETTERS = frozenset("оеаинтсрвлкмдпу")
PRESS_MARKS = frozenset("\u00a0«»–—№©…“”„’•°")
GUESS_IS_SURE_FROM = 80  # characters
SAMPLE = 200_000  # bytes

# The longer mark first: UTF-32 LE begins as UTF-16 LE does.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_TEXT = (
    (b"\x89PNG\r\n\x1a\n", "PNG image, not text: save the page as text."),
    (b"\xff\xd8\xff", "JPEG image, not text: save the page as text."),
    (b"GIF87a", "GIF image, not text: save the page as text."),
    (b"GIF89a", "GIF image, not text: save the page as text."),
    (b"RIFF", "WebP image or sound file, not text: save the page as text."),
    (b"%PDF-", "PDF document, not text: copy its text into a .txt file."),
    (b"PK\x03\x04", "ZIP archive or office document, not text: unpack it, or save the document as text."),
    (b"PK\x05\x06", "Empty ZIP archive, not text: save the page as text."),
    (b"\x1f\x8b", "Gzip archive, not text: unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive, not text: unpack it first."),
    (b"Rar!", "RAR archive, not text: unpack it first."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Old office document, not text: save the document as text."),
    (b"\x7fELF", "Program, not text: save the page as text."),
    (b"SQLite format 3\x00", "SQLite database, not text: save the page as text."),
)
DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
DECLARABLE = re.compile(r"(?:utf|windows|cp|iso|koi8|x-mac|mac)[\w-]*", re.IGNORECASE)
# What servers declare where nobody chose: no Russian can be written in it.
WESTERN = frozenset({"iso8859-1", "cp1252", "iso8859-15"})

LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
# Zero-width joiners stay (emoji need them); marks that only steer the layout or hyphenate go.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def decode(raw: bytes, name: str) -> Page:
    """The page in a file's bytes; raises UnreadablePage with the reason when they are no text."""
    _refuse_bytes(raw)
    text, encoding, sure = _text(raw)
    _refuse_text(text)
    if is_html(text, name):
        text = text_of(text)
    text = INVISIBLE.sub("", LINE_ENDS.sub("\n", text))
    if not text.strip():
        raise UnreadablePage("Empty page: it holds only white space.")
    return Page(name=name, sha256=hashlib.sha256(raw).hexdigest(), text=text, encoding=encoding, encoding_sure=sure)


def _refuse_bytes(raw: bytes) -> None:
    if not raw:
        raise UnreadablePage("Empty file: save the page again.")
    if len(raw) > LARGEST:
        raise UnreadablePage(
            f"File of {len(raw) / 2**20:.0f} MB, the limit is {LARGEST // 2**20} MB: split it into pages."
        )
    for magic, reason in NOT_TEXT:
        if raw.startswith(magic):
            raise UnreadablePage(reason)


def _refuse_text(text: str) -> None:
    controls = sum(map(text.count, "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x1a\x1b"))
    if "\x00\x00\x00\x00" in text or (controls > 2 and controls * 100 > len(text)):
        raise UnreadablePage("Binary data, not text: save the page as text in UTF-8.")


def _text(raw: bytes) -> tuple[str, str, bool]:
    """The text, its encoding, and whether that is certain."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), encoding, True
    if b"\x00" in raw[:4096] and (wide := _without_mark(raw)):
        return wide
    try:
        return raw.decode("utf-8"), "utf-8", True
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 3:  # a download cut inside the last character
            return raw[: error.start].decode("utf-8"), "utf-8", True
    return _damaged(raw) or _declared(raw) or _guessed(raw)


def _without_mark(raw: bytes) -> tuple[str, str, bool] | None:
    """UTF-16 that forgot its mark: NUL is then one half of the spaces and line ends."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = raw[: len(raw) // 2 * 2].decode(encoding, errors="replace")
        plain = sum(1 for char in text[:2000] if char < "\u0500" and (char.isprintable() or char.isspace()))
        if plain >= 0.9 * len(text[:2000]):
            return text, encoding, len(text) >= GUESS_IS_SURE_FROM
    return None


def _declared(raw: bytes) -> tuple[str, str, bool] | None:
    """What the page says of itself, unless its bytes look more like Russian in another code page."""
    if not (found := DECLARED.search(raw[:4096])):
        return None
    encoding = found[1].decode("ascii").lower()
    if not DECLARABLE.fullmatch(encoding):
        return None
    try:
        text, canonical = raw.decode(encoding), codecs.lookup(encoding).name
    except (LookupError, UnicodeDecodeError):
        return None
    if canonical in WESTERN or _likeness(raw[:SAMPLE], encoding) < _best(raw)[0]:
        return None
    return text, encoding, True


def _damaged(raw: bytes) -> tuple[str, str, bool] | None:
    """UTF-8 with a few broken bytes: any old code page, declared or guessed, would read all of it wrongly."""
    text = raw.decode("utf-8", errors="replace")
    if text.count("\ufffd") * 100 <= sum(map(str.isalpha, text)) - len(re.findall("[A-Za-z]", text)):
        return text, "utf-8", False
    return None


def _guessed(raw: bytes) -> tuple[str, str, bool]:
    """The old code page in which the bytes look most like Russian."""
    likeness, encoding = _best(raw)
    if likeness < 0.25:
        raise UnreadablePage("Binary data or an unknown encoding: save the page as text in UTF-8.")
    return raw.decode(encoding, errors="replace"), encoding, len(raw) >= GUESS_IS_SURE_FROM


def _best(raw: bytes) -> tuple[float, str]:
    return max((_likeness(raw[:SAMPLE], encoding), encoding) for encoding in CODE_PAGES)


def _likeness(raw: bytes, encoding: str) -> float:
    """From below 0 (noise) to about 0.9 (Russian prose), counted on what is not ASCII."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return -9.0
    points = count = 0
    for before, char in zip(" " + text, text, strict=False):
        if char < "\x80":
            continue
        count += 1
        if char in COMMON_LETTERS:
            points += 1
        elif char.isupper() and before.islower():  # koi8-r read as cp1251 turns the case round
            points -= 2
        elif not char.isalpha() and char not in PRESS_MARKS:  # box drawing of cp866
            points -= 1
    return points / count if count else -9.0
