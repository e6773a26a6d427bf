package app.loupe.domain;

/**
 * A name as the copy has it, and one record that shows it: reading that record again tells whether the name is still the
 * same.
 *
 * @param shownBy the kind of that record
 * @param record its id
 */
public record NameSample(Named named, RecordKind shownBy, long record) {}
