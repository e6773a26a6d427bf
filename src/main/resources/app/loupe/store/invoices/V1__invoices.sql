-- Amounts are DECFLOAT: exact decimals without a fixed scale, so that no digit of the server is ever rounded away.
-- row_hash is summed per connection and compared with the ledger.
-- In the keys of records the id comes first: H2 answers "id in (...)" from an index only where that column leads it;
-- the whole copy of a connection is found by an index of its own.
CREATE TABLE store_generation (
    user_id CHARACTER VARYING(64) NOT NULL,
    name CHARACTER VARYING(20) NOT NULL,
    generation BIGINT NOT NULL,
    PRIMARY KEY (user_id, name)
);

CREATE TABLE connection_profile (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    position INTEGER NOT NULL,
    kind CHARACTER VARYING(20) NOT NULL,
    name CHARACTER VARYING NOT NULL,
    since DATE,
    pin CHARACTER VARYING(64),
    server_version CHARACTER VARYING NOT NULL,
    last_synced TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (user_id, connection_id)
);

CREATE TABLE invoice (
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
    partner_name CHARACTER VARYING,
    commercial_partner_id BIGINT,
    commercial_partner_name CHARACTER VARYING,
    printed_name CHARACTER VARYING NOT NULL,
    company_id BIGINT,
    company_name CHARACTER VARYING,
    currency_id BIGINT,
    currency_name CHARACTER VARYING,
    company_currency_id BIGINT,
    company_currency_name CHARACTER VARYING,
    journal_id BIGINT,
    journal_name CHARACTER VARYING,
    salesperson_id BIGINT,
    salesperson_name CHARACTER VARYING,
    payment_terms_id BIGINT,
    payment_terms_name CHARACTER VARYING,
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

CREATE INDEX invoice_connection ON invoice (user_id, connection_id);

-- invoice_id is null for the receivable and payable items of other entries
CREATE TABLE move_line (
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
    search_text CHARACTER VARYING NOT NULL,
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
    parent_state CHARACTER VARYING(20) NOT NULL,
    PRIMARY KEY (id, connection_id, user_id)
);

CREATE INDEX move_line_connection ON move_line (user_id, connection_id);

CREATE INDEX move_line_invoice ON move_line (invoice_id, connection_id, user_id);

CREATE TABLE payment (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    invoice_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    row_hash BIGINT NOT NULL,
    payment_date DATE,
    amount DECFLOAT(100) NOT NULL,
    label CHARACTER VARYING NOT NULL,
    reference CHARACTER VARYING NOT NULL,
    move_id BIGINT NOT NULL,
    exchange_difference BOOLEAN NOT NULL,
    PRIMARY KEY (invoice_id, connection_id, user_id, position)
);

CREATE INDEX payment_connection ON payment (user_id, connection_id);

CREATE TABLE partner (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    id BIGINT NOT NULL,
    row_hash BIGINT NOT NULL,
    content_hash BIGINT NOT NULL,
    write_date TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    name CHARACTER VARYING NOT NULL,
    parent_id BIGINT,
    parent_name CHARACTER VARYING,
    commercial_partner_id BIGINT,
    commercial_partner_name CHARACTER VARYING,
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
    country_name CHARACTER VARYING,
    PRIMARY KEY (id, connection_id, user_id)
);

CREATE INDEX partner_connection ON partner (user_id, connection_id);

CREATE TABLE product (
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
    category_name CHARACTER VARYING,
    unit_id BIGINT,
    unit_name CHARACTER VARYING,
    PRIMARY KEY (id, connection_id, user_id)
);

CREATE INDEX product_connection ON product (user_id, connection_id);

CREATE TABLE watermark (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    reached TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (user_id, connection_id)
);

CREATE TABLE sync_run (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    number INTEGER NOT NULL,
    started TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    ended TIMESTAMP(9) WITH TIME ZONE,
    complete BOOLEAN NOT NULL,
    report CHARACTER VARYING NOT NULL,
    PRIMARY KEY (user_id, connection_id, number)
);

CREATE TABLE request_log (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    run_number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    requested_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    host CHARACTER VARYING NOT NULL,
    model CHARACTER VARYING NOT NULL,
    method CHARACTER VARYING NOT NULL,
    record_count INTEGER NOT NULL,
    byte_count BIGINT NOT NULL,
    status INTEGER NOT NULL,
    took_nanos BIGINT NOT NULL,
    outcome CHARACTER VARYING NOT NULL,
    tls CHARACTER VARYING NOT NULL,
    PRIMARY KEY (user_id, connection_id, run_number, position)
);
