package app.loupe.domain;

import java.net.URI;
import java.time.LocalDate;

/** What a look for updates found. Only {@link Newer} leads anywhere, and only to a page. */
public sealed interface UpdateAnswer {
    /** Why nothing is known. */
    enum Why {
        /** Nobody answered in time. */
        UNREACHABLE,
        /** The answer is not to be believed: it has another signature, form or address, or is older than one before. */
        REFUSED
    }

    /**
     * A later version than this one is there.
     *
     * @param released the day on which it came out
     * @param page where it is described, on the project's own pages
     */
    record Newer(String version, LocalDate released, URI page) implements UpdateAnswer {}

    /** There is none later than this. */
    record Newest() implements UpdateAnswer {}

    /** It could not be found out. */
    record Unchecked(Why why) implements UpdateAnswer {}
}
