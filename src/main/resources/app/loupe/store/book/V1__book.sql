-- the owner's book: a file of one account, sealed with a key of its own, so no row names the user

CREATE TABLE book_state (
    name CHARACTER VARYING(20) NOT NULL,
    generation BIGINT NOT NULL,
    changed_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    last_number BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    row_sum BIGINT NOT NULL,
    PRIMARY KEY (name)
);

INSERT INTO book_state (name, generation, changed_at, last_number, row_count, row_sum)
VALUES ('book', 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00', 0, 0, 0);

-- one for each server and database; seen is the number of the last change that the owner has looked at
CREATE TABLE owned_book (
    id BIGINT NOT NULL,
    address CHARACTER VARYING(4000) NOT NULL,
    database CHARACTER VARYING(1000) NOT NULL,
    seen BIGINT NOT NULL,
    row_hash BIGINT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE book_connection (
    connection_id CHARACTER VARYING(8) NOT NULL,
    book_id BIGINT NOT NULL,
    row_hash BIGINT NOT NULL,
    PRIMARY KEY (connection_id)
);

CREATE TABLE invoice_change (
    number BIGINT NOT NULL,
    book_id BIGINT NOT NULL,
    invoice_id BIGINT NOT NULL,
    name CHARACTER VARYING NOT NULL,
    company_id BIGINT NOT NULL,
    run INTEGER NOT NULL,
    noticed TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    kind CHARACTER VARYING(20) NOT NULL,
    field CHARACTER VARYING(20) NOT NULL,
    record_id BIGINT NOT NULL,
    value_before CHARACTER VARYING(500) NOT NULL,
    value_after CHARACTER VARYING(500) NOT NULL,
    posted BOOLEAN NOT NULL,
    row_hash BIGINT NOT NULL,
    PRIMARY KEY (number)
);

CREATE INDEX invoice_change_invoice ON invoice_change (book_id, invoice_id, number);
