package app.loupe.domain;

/**
 * Marks a record that only groups components of the record that it stands in: two of those say the same whether their
 * components are grouped or not, so that a hash of what they say reads the components as if they stood there themselves.
 */
public interface Part {}
