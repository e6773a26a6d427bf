-- Rows of the books have another column since: when the first part of an invoice in instalments is due that is still open.
-- What is kept by columns is made anew at the end of the next sync, and read from the other tables until then.
DELETE FROM column_segment;
