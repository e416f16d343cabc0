"""Bytes of many encodings and kinds: what is read, what is said about it, what is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import InputError
from summarize.read.decode import decode

ENGLISH = "The mayor’s café – “The Gull” – will close on 5 March, the owner said."
SPANISH = "La alcaldesa dijo que la decisión no fue fácil: «No había otra opción», señaló el miércoles."
POLISH = "Burmistrz powiedział, że most zostanie zamknięty w środę, ponieważ jest niebezpieczny."
RUSSIAN = "Мэр города заявил, что мост закроют в марте. Жители недовольны решением властей."
JAPANESE = "市長は月曜日に橋を閉鎖すると発表した。住民は反対している。"


@pytest.mark.parametrize(
    ("data", "text", "warning"),
    [
        (ENGLISH.encode(), ENGLISH, None),
        (b"\xef\xbb\xbf" + ENGLISH.encode(), ENGLISH, None),
        (ENGLISH.encode("utf-16"), ENGLISH, None),
        (b"\xfe\xff" + ENGLISH.encode("utf-16-be"), ENGLISH, None),
        (ENGLISH.encode("utf-32"), ENGLISH, None),
        (b"\x00\x00\xfe\xff" + ENGLISH.encode("utf-32-be"), ENGLISH, None),
        (ENGLISH.encode("utf-16-le"), ENGLISH, "no byte order mark; read as UTF-16-LE"),
        (ENGLISH.encode("utf-16-be"), ENGLISH, "no byte order mark; read as UTF-16-BE"),
        (ENGLISH.encode("cp1252"), ENGLISH, "not UTF-8; read as cp1252"),
        (SPANISH.encode("cp1252"), SPANISH, "not UTF-8; read as cp1252"),
        (POLISH.encode("cp1250"), POLISH, "not UTF-8; read as cp1250"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "not UTF-8; read as cp1251"),
        (JAPANESE.encode("shift_jis"), JAPANESE, "not UTF-8; read as cp932"),
        (SPANISH.encode() + b"\xff", SPANISH + "\ufffd", "not quite UTF-8; unreadable bytes replaced: 1"),
        (b"One.\r\n\r\nTwo.\rThree.\n", "One.\r\n\r\nTwo.\rThree.\n", None),
        (b"\x1b[1mBold\x1b[0m on the terminal.", "\x1b[1mBold\x1b[0m on the terminal.", None),
        (b"PK is how the goalkeeper is known.", "PK is how the goalkeeper is known.", None),
    ],
)
def test_reads(data, text, warning):
    assert decode(data, "a.txt") == (text, (warning,) if warning else ())


@pytest.mark.xfail(reason="charset-normalizer takes old Mac files for DOS ones")
def test_reads_mac_roman():
    german = "Der Bürgermeister erklärte am Montag, dass die Brücke gesperrt werde."
    assert decode(german.encode("mac_roman"), "a.txt")[0] == german


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt is empty; give it an article"),
        (b" \r\n\t\xc2\xa0", "a.txt is empty"),
        (b"\xef\xbb\xbf", "a.txt is empty"),
        ("\u200b\n".encode(), "a.txt is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.txt looks like a PDF, not text; extract its text first"),
        (b"{\\rtf1\\ansi The mayor}", "looks like an RTF document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "looks like a PNG image, not text; give it plain text, Markdown or HTML"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "looks like a JPEG image"),
        (b"\x1f\x8b\x08\x00", "looks like a gzip archive, not text; unpack it first"),
        (b"PK\x03\x04" + b"\x00" * 9000 + b"word/document.xml", "looks like a Word document (.docx)"),
        (b"PK\x03\x04\x00mimetypeapplication/epub+zip", "looks like an EPUB book"),
        (b"PK\x03\x04\x14\x00notes.txt", "looks like a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "looks like an old Office document"),
        (b"The mayor\x00 said so.", "looks like binary data"),
        (bytes(range(1, 128)) * 4, "looks like binary data"),
        (bytes(range(256)) * 4, "looks like binary data"),
        (b"\xff\xfe\x00\xd8A\x00", "is marked as UTF-16-LE but is damaged at byte 2; save it again as UTF-8"),
    ],
)
def test_refuses(data, message):
    with pytest.raises(InputError, match=re.escape(message)):
        decode(data, "a.txt")


PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(PRINTABLE.filter(lambda text: text.strip().strip("\ufeff\u200b")))
def test_every_text_survives_utf8(text):
    assert decode(text.encode(), "a.txt") == (text.removeprefix("\ufeff"), ())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        text, warnings = decode(data, "a.txt")
    except InputError:
        return
    assert text.strip()
    assert all("\n" not in warning for warning in warnings)
