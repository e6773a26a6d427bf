-- What every sync asks of all invoices and items is kept by columns, too. All columns are made anew at the end of the next sync, and
-- read from the other tables until then.
DELETE FROM column_segment;
