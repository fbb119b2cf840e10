-- So that a decision is found by the text that it is about, by the second one of its pair, and by its kind.

CREATE INDEX contents_by_text ON contents(text) WHERE text IS NOT NULL;
CREATE INDEX contents_by_second ON contents(json_extract(body, '$.body.with'))
    WHERE json_extract(body, '$.body.with') IS NOT NULL;
CREATE INDEX decisions_by_kind ON decisions(kind);
