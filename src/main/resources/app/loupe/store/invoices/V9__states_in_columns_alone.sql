-- What every sync asks of all invoices stands in columns (V8): the index beside the table was written with every invoice, and
-- twice more for its payments, and is asked by nobody any more.
DROP INDEX invoice_states;
