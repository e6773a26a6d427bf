-- What reverses an invoice is asked for whenever one is opened or put on paper.
CREATE INDEX invoice_reversals ON invoice (reversed_entry_id, connection_id, user_id);
