package app.loupe.review;

/**
 * What an owner can ask of the owner's own marks. Choices overlap but for the states of the inbox, of which an invoice
 * has one.
 */
public enum MarkChoice {
    /** Flagged by the owner. */
    FLAGGED,
    /** With a private note. */
    NOTED,
    /** A reminder is set, whether its day has come or not. */
    REMINDER,
    /** Inbox: it came after the first whole run, and the owner has neither opened nor reviewed it. */
    NEW,
    /** Inbox: Odoo's own flag, a change after the review, or a reminder whose day has come. */
    TO_REVIEW,
    /** Inbox: reviewed by the owner, and says what it said then. */
    REVIEWED
}
