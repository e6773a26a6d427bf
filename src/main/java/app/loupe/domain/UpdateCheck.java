package app.loupe.domain;

import java.util.Optional;

/**
 * Asks the project's own server which version is the newest. Who calls {@link #ask} has the owner's consent: it is the only
 * question of Loupe that goes elsewhere than to the owner's Odoo.
 */
public interface UpdateCheck {
    /**
     * An answer, and what is to be kept of it.
     *
     * @param kept the announcement as it was signed, for the next time; the former one where this brought none to believe
     */
    record Asked(UpdateAnswer answer, String kept) {}

    /** The server that would be asked. */
    String host();

    /**
     * Asks once, with one request.
     *
     * @param kept what the last time left, empty when nothing: an older announcement than that is not believed
     */
    @Blocking
    Asked ask(String kept);

    /** What is known of a later version without asking: of what was kept, once its signature holds again. */
    Optional<UpdateAnswer.Newer> known(String kept);
}
