-- Who the companies of the books are themselves, and where the payment of an invoice goes to. Both are filled by the next sync,
-- which reads invoices and partners again; no change of an invoice is made of that.
ALTER TABLE invoice ADD COLUMN bank_account_id BIGINT AFTER payment_terms_id;

ALTER TABLE partner ADD COLUMN own_company_id BIGINT;

UPDATE invoice SET content_hash = 0, write_date = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00';

UPDATE partner SET content_hash = 0, write_date = TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00';
