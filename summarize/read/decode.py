"""Bytes in, text and warnings out; what is no text is refused by name."""

from __future__ import annotations

import re

from summarize.errors import InputError

_BOMS = (  # the marks of UTF-32 begin with those of UTF-16
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_AS_TEXT = "save it as plain text, Markdown or HTML first"
_MAGIC = (
    (b"%PDF-", "a PDF", "extract its text first, for example with pdftotext"),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .ppt)", _AS_TEXT),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF8", "a GIF image", ""),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"\x7fELF", "a program", ""),
)
_ZIP = b"PK\x03\x04"
_INSIDE_ZIP = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint file (.pptx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file (.odt)"),
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # ESC is left out: terminal colours occur in text
_MOST_CONTROLS = 0.02  # of random bytes more than a tenth are control characters
_SAMPLE = 4096
_DAMAGED = "�"


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text in `data` without a byte order mark, and warnings. Raises InputError under `name`."""
    _refuse_known_binary(data, name)
    text, warning = _marked(data, name) or _utf16(data) or _utf8(data) or _nearly_utf8(data) or _guessed(data, name)
    text = text.removeprefix("\ufeff")
    if not text.strip().strip("\ufeff\u200b"):
        raise InputError(f"{name} is empty", "give it an article")
    if "\0" in text or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise _looks_like(name, "binary data", "")
    return text, (warning,) if warning else ()


def _looks_like(name: str, kind: str, hint: str) -> InputError:
    return InputError(f"{name} looks like {kind}, not text", hint or "give it plain text, Markdown or HTML")


def _refuse_known_binary(data: bytes, name: str) -> None:
    for magic, kind, hint in _MAGIC:
        if data.startswith(magic):
            raise _looks_like(name, kind, hint)
    if data.startswith(_ZIP):
        for part, kind in _INSIDE_ZIP:
            if part in data[:_SAMPLE] or part in data[-_SAMPLE:]:  # names stand at the front and in the directory
                raise _looks_like(name, kind, _AS_TEXT)
        raise _looks_like(name, "a zip archive", "unpack it first")


def _marked(data: bytes, name: str) -> tuple[str, str] | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), ""
            except UnicodeDecodeError as error:
                message = f"{name} is marked as {encoding.upper()} but is damaged at byte {error.start + len(mark)}"
                raise InputError(message, "save it again as UTF-8") from error
    return None


def _utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: of English, nearly every second byte is NUL, and the others never."""
    even, odd = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    for nulls, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if nulls.count(0) > len(nulls) * 0.7 and 0 not in others:
            try:
                return data.decode(encoding), f"no byte order mark; read as {encoding.upper()}"
            except UnicodeDecodeError:
                return None
    return None


def _utf8(data: bytes) -> tuple[str, str] | None:
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few bytes damaged: another encoding would turn all its accents into pairs of signs."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count(_DAMAGED)
    sound = len(re.findall(rf"[^\x00-\x7f{_DAMAGED}]", text))
    if sound < 2 * damaged:
        return None
    return text, f"not quite UTF-8; unreadable bytes replaced: {damaged}"


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise _looks_like(name, "binary data", "")
    encoding = best.encoding
    for match in matches:  # a tie goes to the encoding that most such files are in
        as_good = match.chaos <= best.chaos and match.coherence >= best.coherence
        if as_good and "cp1252" in match.could_be_from_charset:
            encoding = "cp1252"
    return data.decode(encoding, errors="replace"), f"not UTF-8; read as {encoding}"
