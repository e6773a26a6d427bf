-- What Loupe 0.1.0 kept stays visible; what it did not have is filled by the next sync, which reads everything again. Runs in
-- a copy of the file that takes its place when it is whole; FormerLines goes on from here and drops the tables of before.
-- Tables of their own instead of other columns: H2 would copy them too, and name their keys by chance.
ALTER TABLE invoice RENAME TO invoice_1;

-- in rows, what they refer to has its id alone: its name is in shown_name; as after a loss, all records are read again
CREATE TABLE invoice_2 (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    id BIGINT NOT NULL,
    row_hash BIGINT NOT NULL,
    content_hash BIGINT NOT NULL,
    write_date TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    presence CHARACTER VARYING(20) NOT NULL,
    missing_since TIMESTAMP(9) WITH TIME ZONE,
    payments_at TIMESTAMP(9) WITH TIME ZONE,
    name CHARACTER VARYING NOT NULL,
    move_type CHARACTER VARYING(20) NOT NULL,
    state CHARACTER VARYING(20) NOT NULL,
    payment_state CHARACTER VARYING(20) NOT NULL,
    partner_id BIGINT,
    commercial_partner_id BIGINT,
    printed_name CHARACTER VARYING NOT NULL,
    company_id BIGINT,
    currency_id BIGINT,
    company_currency_id BIGINT,
    journal_id BIGINT,
    salesperson_id BIGINT,
    payment_terms_id BIGINT,
    reversed_entry_id BIGINT,
    reversed_entry_name CHARACTER VARYING,
    invoice_date DATE,
    accounting_date DATE,
    due_date DATE,
    amount_untaxed DECFLOAT(100) NOT NULL,
    amount_tax DECFLOAT(100) NOT NULL,
    amount_total DECFLOAT(100) NOT NULL,
    amount_residual DECFLOAT(100) NOT NULL,
    amount_untaxed_signed DECFLOAT(100) NOT NULL,
    amount_total_signed DECFLOAT(100) NOT NULL,
    amount_residual_signed DECFLOAT(100) NOT NULL,
    ref CHARACTER VARYING NOT NULL,
    payment_reference CHARACTER VARYING NOT NULL,
    origin CHARACTER VARYING NOT NULL,
    sent BOOLEAN NOT NULL,
    to_review BOOLEAN NOT NULL,
    narration CHARACTER VARYING NOT NULL,
    PRIMARY KEY (id, connection_id, user_id)
);

INSERT INTO invoice_2 (
    user_id, connection_id, id, row_hash, content_hash, write_date, presence, missing_since, payments_at, name,
    move_type, state, payment_state, partner_id, commercial_partner_id, printed_name, company_id, currency_id,
    company_currency_id, journal_id, salesperson_id, payment_terms_id, reversed_entry_id, reversed_entry_name,
    invoice_date, accounting_date, due_date, amount_untaxed, amount_tax, amount_total, amount_residual,
    amount_untaxed_signed, amount_total_signed, amount_residual_signed, ref, payment_reference, origin, sent,
    to_review, narration
) SELECT
    user_id, connection_id, id, row_hash, 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00', presence,
    missing_since, NULL, name, move_type, state, payment_state, partner_id, commercial_partner_id, printed_name,
    company_id, currency_id, company_currency_id, journal_id, salesperson_id, payment_terms_id, reversed_entry_id,
    reversed_entry_name, invoice_date, accounting_date, due_date, amount_untaxed, amount_tax, amount_total,
    amount_residual, amount_untaxed_signed, amount_total_signed, amount_residual_signed, ref, payment_reference,
    origin, sent, to_review, narration
FROM invoice_1;

ALTER TABLE invoice_2 RENAME TO invoice;

ALTER TABLE partner RENAME TO partner_1;

CREATE TABLE partner_2 (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    id BIGINT NOT NULL,
    row_hash BIGINT NOT NULL,
    content_hash BIGINT NOT NULL,
    write_date TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    name CHARACTER VARYING NOT NULL,
    parent_id BIGINT,
    commercial_partner_id BIGINT,
    company BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    vat CHARACTER VARYING NOT NULL,
    reference CHARACTER VARYING NOT NULL,
    email CHARACTER VARYING NOT NULL,
    phone CHARACTER VARYING NOT NULL,
    street CHARACTER VARYING NOT NULL,
    street_2 CHARACTER VARYING NOT NULL,
    zip CHARACTER VARYING NOT NULL,
    city CHARACTER VARYING NOT NULL,
    country_id BIGINT,
    PRIMARY KEY (id, connection_id, user_id)
);

INSERT INTO partner_2 (
    user_id, connection_id, id, row_hash, content_hash, write_date, name, parent_id, commercial_partner_id, company,
    active, vat, reference, email, phone, street, street_2, zip, city, country_id
) SELECT
    user_id, connection_id, id, row_hash, 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00', name, parent_id,
    commercial_partner_id, company, active, vat, reference, email, phone, street, street_2, zip, city, country_id
FROM partner_1;

ALTER TABLE partner_2 RENAME TO partner;

ALTER TABLE product RENAME TO product_1;

CREATE TABLE product_2 (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    id BIGINT NOT NULL,
    row_hash BIGINT NOT NULL,
    content_hash BIGINT NOT NULL,
    write_date TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    name CHARACTER VARYING NOT NULL,
    default_code CHARACTER VARYING NOT NULL,
    barcode CHARACTER VARYING NOT NULL,
    active BOOLEAN NOT NULL,
    category_id BIGINT,
    unit_id BIGINT,
    PRIMARY KEY (id, connection_id, user_id)
);

INSERT INTO product_2 (
    user_id, connection_id, id, row_hash, content_hash, write_date, name, default_code, barcode, active, category_id,
    unit_id
) SELECT
    user_id, connection_id, id, row_hash, 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00', name,
    default_code, barcode, active, category_id, unit_id
FROM product_1;

ALTER TABLE product_2 RENAME TO product;

ALTER TABLE move_line RENAME TO move_line_1;

-- the receivable and payable items alone: they are reconciled, and asked for by that
CREATE TABLE move_line_2 (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    id BIGINT NOT NULL,
    row_hash BIGINT NOT NULL,
    content_hash BIGINT NOT NULL,
    write_date TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    invoice_id BIGINT,
    move_id BIGINT NOT NULL,
    move_name CHARACTER VARYING NOT NULL,
    kind CHARACTER VARYING(20) NOT NULL,
    sequence INTEGER NOT NULL,
    label CHARACTER VARYING NOT NULL,
    product_id BIGINT,
    unit_id BIGINT,
    quantity DECFLOAT(100) NOT NULL,
    price_unit DECFLOAT(100) NOT NULL,
    discount DECFLOAT(100) NOT NULL,
    price_subtotal DECFLOAT(100) NOT NULL,
    price_total DECFLOAT(100) NOT NULL,
    tax_ids CHARACTER VARYING NOT NULL,
    tax_id BIGINT,
    tax_group_id BIGINT,
    tax_base_amount DECFLOAT(100) NOT NULL,
    account_id BIGINT,
    partner_id BIGINT,
    company_id BIGINT,
    currency_id BIGINT,
    debit DECFLOAT(100) NOT NULL,
    credit DECFLOAT(100) NOT NULL,
    balance DECFLOAT(100) NOT NULL,
    amount_currency DECFLOAT(100) NOT NULL,
    amount_residual DECFLOAT(100) NOT NULL,
    amount_residual_currency DECFLOAT(100) NOT NULL,
    accounting_date DATE,
    due_date DATE,
    reconciled BOOLEAN NOT NULL,
    matching_number CHARACTER VARYING NOT NULL,
    partials CHARACTER VARYING NOT NULL,
    parent_state CHARACTER VARYING(20) NOT NULL,
    journal_id BIGINT,
    move_reference CHARACTER VARYING NOT NULL,
    PRIMARY KEY (id, connection_id, user_id)
);

INSERT INTO move_line_2 (
    user_id, connection_id, id, row_hash, content_hash, write_date, invoice_id, move_id, move_name, kind, sequence,
    label, product_id, unit_id, quantity, price_unit, discount, price_subtotal, price_total, tax_ids, tax_id,
    tax_group_id, tax_base_amount, account_id, partner_id, company_id, currency_id, debit, credit, balance,
    amount_currency, amount_residual, amount_residual_currency, accounting_date, due_date, reconciled,
    matching_number, partials, parent_state, journal_id, move_reference
) SELECT
    user_id, connection_id, id, row_hash, 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00', invoice_id,
    move_id, move_name, kind, sequence, label, product_id, unit_id, quantity, price_unit, discount, price_subtotal,
    price_total, tax_ids, tax_id, tax_group_id, tax_base_amount, account_id, partner_id, company_id, currency_id,
    debit, credit, balance, amount_currency, amount_residual, amount_residual_currency, accounting_date, due_date,
    reconciled, matching_number, '', parent_state, NULL, ''
FROM move_line_1 WHERE invoice_id IS NULL OR kind IN ('PAYMENT_TERM', 'RECEIVABLE', 'PAYABLE');

ALTER TABLE move_line_2 RENAME TO move_line;

CREATE INDEX move_line_by_invoice ON move_line (invoice_id, connection_id, user_id);

-- all other lines of an invoice, packed
CREATE TABLE invoice_lines (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    invoice_id BIGINT NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    row_hash BIGINT NOT NULL,
    lines INTEGER NOT NULL,
    document_hash BIGINT NOT NULL,
    document BINARY VARYING NOT NULL,
    PRIMARY KEY (invoice_id, part, connection_id, user_id)
);

-- the ids of the lines that the copy has ever held
CREATE TABLE known_lines (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    segment BIGINT NOT NULL,
    bits BINARY VARYING NOT NULL,
    PRIMARY KEY (segment, connection_id, user_id)
);

-- H2 keeps a plan that it made while a table was empty, and took these for "id in (...)" then: it walked the whole list for
-- each row of the connection. Who wants all rows of a connection reads the table, which is faster than by an index.
DROP INDEX invoice_connection;

DROP INDEX payment_connection;

DROP INDEX partner_connection;

DROP INDEX product_connection;

-- how much each copy holds: changed in the transaction that changes the rows, compared with the ledger
CREATE TABLE holding (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    all_invoices BIGINT NOT NULL,
    all_rows BIGINT NOT NULL,
    hash_sum BIGINT NOT NULL,
    invoices BIGINT NOT NULL,
    removed BIGINT NOT NULL,
    lines BIGINT NOT NULL,
    journal_items BIGINT NOT NULL,
    partners BIGINT NOT NULL,
    products BIGINT NOT NULL,
    PRIMARY KEY (user_id, connection_id)
);

-- what rows refer to, by which name, and one row that shows it; no row does before one is looked for
CREATE TABLE shown_name (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    kind CHARACTER VARYING(20) NOT NULL,
    id BIGINT NOT NULL,
    company_id BIGINT NOT NULL,
    name CHARACTER VARYING NOT NULL,
    name_hash BIGINT NOT NULL,
    shown_by CHARACTER VARYING(20) NOT NULL,
    record_id BIGINT NOT NULL,
    PRIMARY KEY (id, kind, company_id, connection_id, user_id)
);

INSERT INTO shown_name
SELECT user_id, connection_id, kind, id, company_id, MAX(name), 0, MIN(shown_by), 0
FROM (
    SELECT user_id, connection_id, 'PARTNER' AS kind, partner_id AS id, 0 AS company_id,
        partner_name AS name, 'INVOICE' AS shown_by FROM invoice_1
    UNION ALL
    SELECT user_id, connection_id, 'PARTNER' AS kind, commercial_partner_id AS id, 0 AS company_id,
        commercial_partner_name AS name, 'INVOICE' AS shown_by FROM invoice_1
    UNION ALL
    SELECT user_id, connection_id, 'COMPANY' AS kind, company_id AS id, 0 AS company_id,
        company_name AS name, 'INVOICE' AS shown_by FROM invoice_1
    UNION ALL
    SELECT user_id, connection_id, 'CURRENCY' AS kind, currency_id AS id, 0 AS company_id,
        currency_name AS name, 'INVOICE' AS shown_by FROM invoice_1
    UNION ALL
    SELECT user_id, connection_id, 'CURRENCY' AS kind, company_currency_id AS id, 0 AS company_id,
        company_currency_name AS name, 'INVOICE' AS shown_by FROM invoice_1
    UNION ALL
    SELECT user_id, connection_id, 'JOURNAL' AS kind, journal_id AS id, 0 AS company_id,
        journal_name AS name, 'INVOICE' AS shown_by FROM invoice_1
    UNION ALL
    SELECT user_id, connection_id, 'SALESPERSON' AS kind, salesperson_id AS id, 0 AS company_id,
        salesperson_name AS name, 'INVOICE' AS shown_by FROM invoice_1
    UNION ALL
    SELECT user_id, connection_id, 'PAYMENT_TERMS' AS kind, payment_terms_id AS id, 0 AS company_id,
        payment_terms_name AS name, 'INVOICE' AS shown_by FROM invoice_1
    UNION ALL
    SELECT user_id, connection_id, 'PARTNER' AS kind, partner_id AS id, 0 AS company_id,
        partner_name AS name, 'INVOICE' AS shown_by FROM move_line_1
    UNION ALL
    SELECT user_id, connection_id, 'PRODUCT' AS kind, product_id AS id, 0 AS company_id,
        product_name AS name, 'INVOICE' AS shown_by FROM move_line_1
    UNION ALL
    SELECT user_id, connection_id, 'UNIT' AS kind, unit_id AS id, 0 AS company_id,
        unit_name AS name, 'INVOICE' AS shown_by FROM move_line_1
    UNION ALL
    SELECT user_id, connection_id, 'TAX' AS kind, tax_id AS id, 0 AS company_id,
        tax_name AS name, 'INVOICE' AS shown_by FROM move_line_1
    UNION ALL
    SELECT user_id, connection_id, 'TAX_GROUP' AS kind, tax_group_id AS id, 0 AS company_id,
        tax_group_name AS name, 'INVOICE' AS shown_by FROM move_line_1
    UNION ALL
    SELECT user_id, connection_id, 'ACCOUNT' AS kind, account_id AS id, coalesce(company_id, 0) AS company_id,
        account_name AS name, 'INVOICE' AS shown_by FROM move_line_1
    UNION ALL
    SELECT user_id, connection_id, 'COMPANY' AS kind, company_id AS id, 0 AS company_id,
        company_name AS name, 'INVOICE' AS shown_by FROM move_line_1
    UNION ALL
    SELECT user_id, connection_id, 'CURRENCY' AS kind, currency_id AS id, 0 AS company_id,
        currency_name AS name, 'INVOICE' AS shown_by FROM move_line_1
    UNION ALL
    SELECT user_id, connection_id, 'PARTNER', parent_id, 0, parent_name, 'PARTNER' FROM partner_1
    UNION ALL
    SELECT user_id, connection_id, 'PARTNER', commercial_partner_id, 0, commercial_partner_name, 'PARTNER' FROM partner_1
    UNION ALL
    SELECT user_id, connection_id, 'COUNTRY', country_id, 0, country_name, 'PARTNER' FROM partner_1
    UNION ALL
    SELECT user_id, connection_id, 'CATEGORY', category_id, 0, category_name, 'PRODUCT' FROM product_1
    UNION ALL
    SELECT user_id, connection_id, 'UNIT', unit_id, 0, unit_name, 'PRODUCT' FROM product_1
) AS shown
WHERE id IS NOT NULL
GROUP BY user_id, connection_id, kind, id, company_id;

-- when the server's own clock said the last complete run listed its invoices
DROP TABLE watermark;

CREATE TABLE watermark (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    reached TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    listed_at TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (user_id, connection_id)
);

-- how right each copy was found, and when it is to be compared again
CREATE TABLE verification (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    due TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    ended TIMESTAMP(9) WITH TIME ZONE,
    invoices INTEGER NOT NULL,
    verified INTEGER NOT NULL,
    repaired INTEGER NOT NULL,
    PRIMARY KEY (user_id, connection_id)
);

-- there are three kinds of runs now; a table of its own for the reason given above
CREATE TABLE sync_run_2 (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    number INTEGER NOT NULL,
    started TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    ended TIMESTAMP(9) WITH TIME ZONE,
    mode CHARACTER VARYING(20) NOT NULL,
    report CHARACTER VARYING NOT NULL,
    PRIMARY KEY (user_id, connection_id, number)
);

INSERT INTO sync_run_2
SELECT user_id, connection_id, number, started, ended, CASE WHEN complete THEN 'FULL' ELSE 'CHANGES' END, report
FROM sync_run;

DROP TABLE sync_run;

ALTER TABLE sync_run_2 RENAME TO sync_run;
