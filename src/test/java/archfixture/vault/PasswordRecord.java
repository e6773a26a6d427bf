package archfixture.vault;

/** Breaks S42: a record prints its components. */
public record PasswordRecord(String apiKey) {}
