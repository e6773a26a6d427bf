-- Who the companies of the books are themselves, and where the payment of an invoice goes to. Both are filled by the next sync,
-- which reads invoices and partners again, and finds their payments anew; no change of an invoice is made of that. What is gone from
-- Odoo is read no more, and keeps its day.
ALTER TABLE invoice ADD COLUMN bank_account_id BIGINT AFTER payment_terms_id;

ALTER TABLE partner ADD COLUMN own_company_id BIGINT;

UPDATE invoice SET content_hash = 0;

UPDATE invoice SET write_date = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00', payments_at = NULL
WHERE presence = 'PRESENT';

UPDATE partner SET content_hash = 0, write_date = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00';
