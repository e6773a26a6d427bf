-- what the owner wrote: to invoices, and to partners by their commercial partner
-- a note is at most 4,000 characters when it is written; two that are put together may be longer

CREATE TABLE invoice_mark (
    book_id BIGINT NOT NULL,
    invoice_id BIGINT NOT NULL,
    flagged BOOLEAN NOT NULL,
    note CHARACTER VARYING NOT NULL,
    reviewed_at TIMESTAMP(9) WITH TIME ZONE,
    reviewed_digest CHARACTER VARYING(64),
    reviewed_change BIGINT,
    remind_on DATE,
    opened BOOLEAN NOT NULL,
    row_hash BIGINT NOT NULL,
    PRIMARY KEY (book_id, invoice_id)
);

CREATE TABLE partner_note (
    book_id BIGINT NOT NULL,
    partner_id BIGINT NOT NULL,
    note CHARACTER VARYING NOT NULL,
    row_hash BIGINT NOT NULL,
    PRIMARY KEY (book_id, partner_id)
);
