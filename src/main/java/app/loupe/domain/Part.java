package app.loupe.domain;

/**
 * Marks a record that only groups components of the record around it. Grouping does not change what that record says, so
 * a hash of it reads the components as if they stood there directly.
 */
public interface Part {}
