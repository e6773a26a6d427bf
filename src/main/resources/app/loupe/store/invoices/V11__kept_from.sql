-- While more is to be kept than the last complete run brought: the first day of what that run brought, by which the figures go until
-- the older documents are here.
ALTER TABLE watermark ADD COLUMN kept_from DATE;
