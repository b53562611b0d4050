"""Bytes of a page to text: what is refused and why, what is read, and when the encoding is only a guess."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.encodings import GUESS_IS_SURE_FROM, INVISIBLE, LARGEST, LINE_ENDS, decode
from importers.records import UnreadablePage

SEEDS = Path(__file__).parents[2] / "seeds" / "articles"
NEWS = (SEEDS / "002_2a6894d34dcdcd78.txt").read_text(encoding="utf-8")
CODE_PAGES = ("cp1251", "koi8-r", "iso8859-5", "cp866")
SHORT = "Рудник закрыт"

REFUSED = [
    (b"", "Empty file: save the page again."),
    (b" \n\t\r\n ", "Empty page: it holds only white space."),
    ("\u00a0\ufeff\u200b\n".encode(), "Empty page: it holds only white space."),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image, not text: save the page as text."),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG image, not text: save the page as text."),
    (b"GIF89a\x01\x00", "GIF image, not text: save the page as text."),
    (b"%PDF-1.7\n", "PDF document, not text: copy its text into a .txt file."),
    (b"PK\x03\x04\x14\x00", "ZIP archive or office document, not text: unpack it, or save the document as text."),
    (b"\x1f\x8b\x08\x00", "Gzip archive, not text: unpack it first."),
    (b"\x00" * 4096, "Binary data, not text: save the page as text in UTF-8."),
    (SHORT.encode() + b"\x00" * 8, "Binary data, not text: save the page as text in UTF-8."),
    (bytes(range(256)) * 4, "Binary data or an unknown encoding: save the page as text in UTF-8."),
    (b"<!DOCTYPE html><html><p></p></html>", "HTML page without running text: save the page as text."),
    (b"\n<HTML lang=ru><body>", "HTML page without running text: save the page as text."),
    (b"a" * (LARGEST + 1), "File of 20 MB, the limit is 20 MB: split it into pages."),
]
READ = [
    (SHORT.encode(), SHORT, "utf-8", True),
    (SHORT.encode("utf-8-sig"), SHORT, "utf-8-sig", True),
    (SHORT.encode("utf-16"), SHORT, "utf-16", True),
    (SHORT.encode("utf-32"), SHORT, "utf-32", True),
    (SHORT.encode("utf-16-le") + b"\n\x00", SHORT + "\n", "utf-16-le", False),  # the mark was lost
    (SHORT.encode("cp1251"), SHORT, "cp1251", False),
    (SHORT.encode("koi8-r"), SHORT, "koi8_r", False),
    (b"charset=koi8-r " + SHORT.encode("koi8-r"), "charset=koi8-r " + SHORT, "koi8-r", True),
    (b"charset=zip_codec " + SHORT.encode("cp866"), "charset=zip_codec " + SHORT, "cp866", False),
    (SHORT.encode()[:-1], SHORT[:-1], "utf-8", True),  # cut inside the last letter
    ((SHORT * 40).encode() + b"\xff", SHORT * 40, "utf-8", True),
    ((SHORT * 40).encode() + b"\xff" + (SHORT * 40).encode(), SHORT * 40 + "\ufffd" + SHORT * 40, "utf-8", False),
    ("Ту\u00adда\r\nи\rоб\u2028рат\x07но\ufeff".encode(), "Туда\nи\nоб\nратно", "utf-8", True),
    ("👨\u200d👩 е\u0308ж".encode(), "👨\u200d👩 е\u0308ж", "utf-8", True),
]


@pytest.mark.parametrize(("raw", "reason"), REFUSED, ids=[reason.partition(":")[0] for _, reason in REFUSED])
def test_refused_with_the_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        decode(raw, "page.txt")
    assert str(refusal.value) == reason


@pytest.mark.parametrize(("raw", "text", "encoding", "sure"), READ)
def test_read(raw: bytes, text: str, encoding: str, sure: bool) -> None:
    page = decode(raw, "page.txt")
    assert (page.text, page.encoding, page.encoding_sure, page.name) == (text, encoding, sure, "page.txt")


@pytest.mark.parametrize("encoding", CODE_PAGES)
@given(st.data())
def test_old_code_pages_come_back_from_eighty_characters_on(encoding: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(NEWS) - 400))
    raw = NEWS[start : start + data.draw(st.integers(120, 400))].encode(encoding, "ignore")
    if len(raw) < GUESS_IS_SURE_FROM:
        return
    page = decode(raw, "page.txt")
    assert page.text == INVISIBLE.sub("", LINE_ENDS.sub("\n", raw.decode(encoding)))
    assert page.encoding_sure


DECLARED = [
    # declared, written in, read in, sure
    ("iso-8859-1", "cp1251", "cp1251", True),
    ("windows-1252", "koi8-r", "koi8_r", True),
    ("koi8-r", "cp1251", "cp1251", True),
    ("utf-16", "cp1251", "cp1251", True),
    ("windows-1251", "cp1251", "windows-1251", True),
    ("koi8-u", "koi8-u", "koi8-u", True),
    ("iso-8859-5", "iso8859-5", "iso-8859-5", True),
]


@pytest.mark.parametrize(("declared", "written", "read", "sure"), DECLARED)
def test_a_declared_encoding_is_believed_where_it_reads_as_russian(declared, written, read, sure):
    text = f'<meta charset="{declared}">\n{NEWS[:3000]}'
    raw = text.encode(written, "ignore")
    page = decode(raw, "page.txt")
    assert (page.encoding, page.encoding_sure) == (read, sure)
    assert page.text == INVISIBLE.sub("", LINE_ENDS.sub("\n", raw.decode(written)))


def test_a_broken_byte_of_utf_8_is_not_read_in_the_declared_code_page():
    raw = b"charset=windows-1251 " + (SHORT * 40).encode() + b"\xff" + SHORT.encode()
    page = decode(raw, "page.txt")
    assert (page.encoding, page.encoding_sure, page.text.count(SHORT)) == ("utf-8", False, 41)


@given(st.text(min_size=1).filter(str.strip), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_marked_encodings_come_back_whatever_they_hold(text: str, encoding: str) -> None:
    try:
        page = decode(text.encode(encoding), "page.txt")
    except UnreadablePage:
        return
    assert page.text == INVISIBLE.sub("", LINE_ENDS.sub("\n", text)).removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_nothing_but_a_reason_is_raised(raw: bytes) -> None:
    try:
        page = decode(raw, "page.txt")
    except UnreadablePage as refusal:
        assert str(refusal).endswith(".") and ":" in str(refusal)
    else:
        assert page.text.strip() and "\r" not in page.text and "\x00" not in page.text
