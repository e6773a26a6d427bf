-- findings of the book check that the owner does not want to see again, by the keys that the check gives them

CREATE TABLE known_finding (
    book_id BIGINT NOT NULL,
    finding_key CHARACTER VARYING(200) NOT NULL,
    row_hash BIGINT NOT NULL,
    PRIMARY KEY (book_id, finding_key)
);
