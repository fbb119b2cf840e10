"""How much one input may hold. Beyond it the input is refused with the remedy, never cut."""

from __future__ import annotations

MAX_TEXT = 5_000_000
"""Characters that one report's text may have."""
MAX_PLAIN = 20_000_000
"""Bytes that a text or HTML file may have: ``MAX_TEXT`` characters in the widest encoding."""
MAX_PACKED = 50_000_000
"""Bytes that a PDF or DOCX file, an e-mail or a WARC's record may have."""
MAX_UNPACKED = 60_000_000
"""Bytes that a DOCX file's parts may have together once unpacked, without its images."""
MAX_ENTRIES = 10_000
"""Parts that a DOCX file may have."""
MAX_ELEMENTS = 1_000_000
"""Elements that a DOCX file's parts may have together."""
MAX_TAGS = 60_000
"""Elements that an HTML page may have: what the extractor does grows with their square."""
MAX_ATTRIBUTES = 500
"""Attributes that one tag of an HTML page may have: what the parser does grows with their square."""
MAX_ALL_ATTRIBUTES = 200_000
"""Attributes that all tags of an HTML page may have together: each takes a kilobyte and more."""
MAX_PAGES = 5_000
"""Pages that a PDF may have."""
MAX_CONTENT = 10_000_000
"""Bytes that one content stream of a PDF may have once unpacked."""
MAX_PARTS = 200
"""Attachments, pieces of its body and groups of parts that an e-mail may have."""
MAX_MAIL_LINES = 1_500_000
"""Lines that an e-mail may have: the parser holds each by itself."""
MAX_BOUNDARIES = 10_000
"""Lines of an e-mail that may begin like a boundary between parts."""
MAX_FIELD = 10_000
"""Characters that a field of an e-mail, such as its subject, may have before it is left aside."""
MAX_NESTED = 5
"""E-mails that may lie in one another."""
MAX_HEADER = 65_536
"""Bytes that the header of a WARC's record, or of the HTTP response in it, may have."""
MAX_FAULTS = 500
"""Places where a WARC's lengths may be wrong before the rest of it is left."""
MAX_LINE = 32_000_000
"""Bytes that one line of a JSONL file may have: ``MAX_TEXT`` characters written as escapes. The file has no limit."""
MAX_RATIO = 200
"""How many times its size a gzip stream may unpack to, beyond ``MAX_PACKED`` bytes. Reports come to about 5."""
MAX_SIDECAR = 1_000_000
"""Bytes that a sidecar may have."""
HEAD = 65_536
"""Bytes from which the format is told."""
BUDGET = 20.0
"""Seconds of processor time after which a PDF that is not read yet is refused."""
SECONDS = 120.0
"""Seconds from one report to the next after which whoever reads in another process may end that process.

Every format keeps well below it for all inputs that we know of. Only a PDF looks at the clock; a loop in another
library that we do not know of ends with its process alone.
"""
