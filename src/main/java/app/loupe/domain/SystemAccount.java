package app.loupe.domain;

/**
 * The account of the operating system that this process runs as; decides which user's rows it sees.
 *
 * @param name account name
 * @param systemId numeric user id or security identifier; tells apart two accounts of one name on two systems
 */
public record SystemAccount(String name, String systemId) {}
