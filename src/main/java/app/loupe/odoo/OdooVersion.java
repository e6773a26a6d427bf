package app.loupe.odoo;

import app.loupe.domain.RecordKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A server's version, and what follows from it. Of what a server says beside the numbers nothing is kept: it could be anything, the
 * password of its user among it, and the version stands in the log.
 *
 * @param text "14.0", "saas~18.4", "19.0+e"
 */
record OdooVersion(String text, int major, int minor) {
    /** The oldest version with {@code move_type}. */
    static final int OLDEST_MAJOR = 14;

    private static final int JSON_2_MAJOR = 19;
    private static final Pattern FORM = Pattern
            .compile("((?:saas[~-])?(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\+e(?![a-zA-Z0-9]))?)(?:[^0-9].*)?");
    private static final int MOST_CHARS = 40;

    /** Reads what a server says; empty when that is no version. */
    static Optional<OdooVersion> parse(String said) {
        var match = FORM.matcher(said.strip());
        if (said.length() > MOST_CHARS || !match.matches()) {
            return Optional.empty();
        }
        String minor = match.group(3);
        return Optional.of(new OdooVersion(match.group(1), Integer.parseInt(match.group(2)),
                minor == null ? 0 : Integer.parseInt(minor)));
    }

    /** Whether Loupe knows its fields. */
    boolean isSupported() {
        return major >= OLDEST_MAJOR;
    }

    /** Whether it speaks JSON-2 with API keys. */
    boolean hasJson2() {
        return major >= JSON_2_MAJOR;
    }

    /**
     * The kinds of records whose {@code search_read} does not know {@code load}, so that references come with their names: all
     * in 14; in 15 and 16 lines alone, whose model has a {@code search_read} of its own with the arguments of 14
     * (account.move.line there; a {@code search_fetch} from 17 on). {@code read} knows it everywhere.
     */
    Set<RecordKind> searchedWithNames() {
        return switch (major) {
            case OLDEST_MAJOR -> EnumSet.allOf(RecordKind.class);
            case 15, 16 -> EnumSet.of(RecordKind.JOURNAL_ITEM);
            default -> EnumSet.noneOf(RecordKind.class);
        };
    }

    /** 18 on: several companies share an account, and each has a code of its own for it. */
    boolean sharesAccounts() {
        return major >= 18;
    }

    /** 16 on: accounts have a type, lines a display type; before, lines are marked by flags. */
    boolean hasAccountType() {
        return major >= 16;
    }

    /** 16 on: a payment box gives a difference of exchange rates in the company's currency, and marks it. */
    boolean marksExchangeDifferences() {
        return major >= 16;
    }

    /** 19 on: an entry says which reconciliations it is the exchange difference of. */
    boolean linksExchangeEntries() {
        return major >= 19;
    }

    /** 17 on: a product's write date follows its template's. */
    boolean productFollowsTemplate() {
        return major >= 17;
    }

    /** 17 on: the PDF that was sent is a field of the invoice. */
    boolean keepsOriginals() {
        return major >= 17;
    }

    /** 18 on: "checked" in place of "to_check", with the opposite meaning. */
    boolean hasChecked() {
        return major >= 18;
    }
}
