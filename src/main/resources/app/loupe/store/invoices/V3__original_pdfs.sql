-- the PDFs that Odoo keeps of invoices, as far as the owner asked for them
CREATE TABLE original_pdf (
    user_id CHARACTER VARYING(64) NOT NULL,
    connection_id CHARACTER VARYING(8) NOT NULL,
    invoice_id BIGINT NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    read_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    part_hash BIGINT NOT NULL,
    bytes BINARY VARYING NOT NULL,
    PRIMARY KEY (invoice_id, part, connection_id, user_id)
);
