package app.loupe.domain;

import java.util.Optional;

/**
 * Asks the project's own server which version is the newest. Whoever calls {@link #ask} has the owner's consent: it is
 * the only request of Loupe that does not go to the owner's Odoo.
 */
public interface UpdateCheck {
    /**
     * An answer, and what is to be kept of it.
     *
     * @param kept the announcement as it was signed, for the next time; the former one when there was no new one to
     *     believe
     */
    record Asked(UpdateAnswer answer, String kept) {}

    /** The server that would be asked. */
    String host();

    /**
     * Asks once, with one request.
     *
     * @param kept what the last call returned, empty for none: an announcement older than that is not believed
     */
    @Blocking
    Asked ask(String kept);

    /** A later version that is known without asking, from what was kept; its signature is checked again. */
    Optional<UpdateAnswer.Newer> known(String kept);
}
