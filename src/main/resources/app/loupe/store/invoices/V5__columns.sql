-- What the books are read from, by columns and packed, some thousand rows to a segment; the list of the segments is a row, too.
-- Made from the other tables at the end of a sync.
CREATE TABLE column_segment (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    kind CHARACTER VARYING(16) NOT NULL,
    first_id BIGINT NOT NULL,
    part INTEGER NOT NULL,
    document BINARY VARYING NOT NULL,
    PRIMARY KEY (first_id, kind, part, connection_id, user_id)
);
