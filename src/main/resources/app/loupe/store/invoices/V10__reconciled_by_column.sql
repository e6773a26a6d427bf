-- Kept by columns are also the reconciled items that count in no balance, and of each whether it does: who paid what follows from all
-- of them. All columns are made anew at the end of the next sync, and read from the other tables until then.
DELETE FROM column_segment;
