-- What every sync asks of all records, apart from their rows: a tenth of the bytes to decrypt. The presence leads, because an
-- index that begins with the connection would be taken for "id in (...)" (see V2).
CREATE INDEX invoice_states ON invoice (
    presence, connection_id, user_id, id, write_date, state, payment_state, payments_at, amount_total, amount_residual,
    invoice_date
);

DROP INDEX move_line_by_invoice;

CREATE INDEX move_line_by_invoice ON move_line (invoice_id, connection_id, user_id, id, write_date);
