-- What Loupe 0.1.0 kept stays visible; the columns that it did not have are filled by the next sync, which reads everything
-- again. Runs in a copy of the file that takes its place when it is whole.
-- A table of its own instead of new columns: H2 would copy it too, and name its key by chance.
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
    product_name CHARACTER VARYING,
    unit_id BIGINT,
    unit_name CHARACTER VARYING,
    quantity DECFLOAT(100) NOT NULL,
    price_unit DECFLOAT(100) NOT NULL,
    discount DECFLOAT(100) NOT NULL,
    price_subtotal DECFLOAT(100) NOT NULL,
    price_total DECFLOAT(100) NOT NULL,
    tax_ids CHARACTER VARYING NOT NULL,
    tax_id BIGINT,
    tax_name CHARACTER VARYING,
    tax_group_id BIGINT,
    tax_group_name CHARACTER VARYING,
    tax_base_amount DECFLOAT(100) NOT NULL,
    account_id BIGINT,
    account_name CHARACTER VARYING,
    partner_id BIGINT,
    partner_name CHARACTER VARYING,
    company_id BIGINT,
    company_name CHARACTER VARYING,
    currency_id BIGINT,
    currency_name CHARACTER VARYING,
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
    journal_name CHARACTER VARYING,
    move_reference CHARACTER VARYING NOT NULL,
    PRIMARY KEY (id, connection_id, user_id)
);

INSERT INTO move_line_2 (
    user_id, connection_id, id, row_hash, content_hash, write_date, invoice_id, move_id, move_name, kind, sequence,
    label, product_id, product_name, unit_id, unit_name, quantity, price_unit, discount, price_subtotal,
    price_total, tax_ids, tax_id, tax_name, tax_group_id, tax_group_name, tax_base_amount, account_id, account_name,
    partner_id, partner_name, company_id, company_name, currency_id, currency_name, debit, credit, balance,
    amount_currency, amount_residual, amount_residual_currency, accounting_date, due_date, reconciled,
    matching_number, partials, parent_state, journal_id, journal_name, move_reference
) SELECT
    user_id, connection_id, id, row_hash, 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00', invoice_id,
    move_id, move_name, kind, sequence, label, product_id, product_name, unit_id, unit_name, quantity,
    price_unit, discount, price_subtotal, price_total, tax_ids, tax_id, tax_name, tax_group_id, tax_group_name,
    tax_base_amount, account_id, account_name, partner_id, partner_name, company_id, company_name, currency_id,
    currency_name, debit, credit, balance, amount_currency, amount_residual, amount_residual_currency,
    accounting_date, due_date, reconciled, matching_number, '', parent_state, NULL, NULL, ''
FROM move_line;

DROP TABLE move_line;

ALTER TABLE move_line_2 RENAME TO move_line;

-- the kind, because the receivable and payable items are few among many, and first, for the reason below
CREATE INDEX move_line_kind ON move_line (kind, connection_id, user_id);

CREATE INDEX move_line_invoice ON move_line (invoice_id, connection_id, user_id);

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

INSERT INTO holding
SELECT user_id, connection_id, SUM(all_invoices), COUNT(*), SUM(row_hash), SUM(invoices), SUM(removed), SUM(lines),
    SUM(journal_items), SUM(partners), SUM(products)
FROM (
    SELECT user_id, connection_id, row_hash, 1 AS all_invoices,
        CASE WHEN presence = 'PRESENT' THEN 1 ELSE 0 END AS invoices,
        CASE WHEN presence = 'PRESENT' THEN 0 ELSE 1 END AS removed,
        0 AS lines, 0 AS journal_items, 0 AS partners, 0 AS products
    FROM invoice
    UNION ALL
    SELECT user_id, connection_id, row_hash, 0, 0, 0, CASE WHEN invoice_id IS NULL THEN 0 ELSE 1 END,
        CASE WHEN invoice_id IS NULL THEN 1 ELSE 0 END, 0, 0
    FROM move_line
    UNION ALL
    SELECT user_id, connection_id, row_hash, 0, 0, 0, 0, 0, 0, 0 FROM payment
    UNION ALL
    SELECT user_id, connection_id, row_hash, 0, 0, 0, 0, 0, 1, 0 FROM partner
    UNION ALL
    SELECT user_id, connection_id, row_hash, 0, 0, 0, 0, 0, 0, 1 FROM product
) AS counted
GROUP BY user_id, connection_id;

-- what rows show by a name, and one row that shows it; the next sync fills it
CREATE TABLE shown_name (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    kind CHARACTER VARYING(20) NOT NULL,
    id BIGINT NOT NULL,
    company_id BIGINT NOT NULL,
    name CHARACTER VARYING NOT NULL,
    shown_by CHARACTER VARYING(20) NOT NULL,
    record_id BIGINT NOT NULL,
    PRIMARY KEY (id, kind, company_id, connection_id, user_id)
);

-- no row shows these before one is looked for; all other names come with the next sync
INSERT INTO shown_name
SELECT user_id, connection_id, kind, id, 0, MAX(name), 'INVOICE', 0
FROM (
    SELECT user_id, connection_id, 'PARTNER' AS kind, partner_id AS id, partner_name AS name FROM invoice
    UNION ALL
    SELECT user_id, connection_id, 'PARTNER', commercial_partner_id, commercial_partner_name FROM invoice
    UNION ALL
    SELECT user_id, connection_id, 'PARTNER', partner_id, partner_name FROM move_line
    UNION ALL
    SELECT user_id, connection_id, 'PRODUCT', product_id, product_name FROM move_line
) AS shown
WHERE id IS NOT NULL
GROUP BY user_id, connection_id, kind, id;

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

-- as after a loss: the next sync reads every record again (the lines above too)
UPDATE invoice SET content_hash = 0, payments_at = NULL,
    write_date = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00';

UPDATE partner SET content_hash = 0, write_date = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00';

UPDATE product SET content_hash = 0, write_date = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00';
