"""Text as read, made ready for the parser: language, paragraphs, quotation marks, accents. No offset ever moves."""
