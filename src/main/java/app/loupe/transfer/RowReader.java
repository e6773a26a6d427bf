package app.loupe.transfer;

import app.loupe.domain.BookId;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.KnownFindings;
import app.loupe.domain.MovedChange;
import app.loupe.domain.MovedConnection;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.PhraseKey;
import app.loupe.domain.ProblemException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the texts of a row what they stand for, and refuses what {@link TransferWriter} does not write with an
 * {@link IllegalArgumentException} or a {@link java.time.DateTimeException}.
 */
record RowReader(TransferHeader header, PhraseKey key) {
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_ADDRESS = 4_000;
    private static final int LONGEST_DIGEST = 64;
    private static final int FIXED_OF_FILTER = 2;
    /** A clock that was never set says this. */
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LAST_YEAR = 9_999;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private static String text(String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("a text is too long");
        }
        return text;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static long number(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new IllegalArgumentException("a negative number");
        }
        return number;
    }

    /** One that can be typed: reckoning with it does not fail. */
    private static @Nullable LocalDate day(String text) {
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a day that nobody means");
        }
        return day;
    }

    /** One that a clock says: reckoning with it does not fail. */
    private static Instant moment(String text) {
        Instant moment = Instant.parse(text);
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new IllegalArgumentException("a moment that no clock says");
        }
        return moment;
    }

    private static String line(String text) {
        if (CONTROL.matcher(text).find()) {
            throw new IllegalArgumentException("a character that cannot be typed");
        }
        return text(text, LONGEST_NAME);
    }

    private static List<String> texts(TransferRow row, int howMany) {
        if (row.texts().size() != howMany) {
            throw new IllegalArgumentException("another number of texts");
        }
        return row.texts();
    }

    /** Name and value. */
    List<String> setting(TransferRow row) {
        List<String> texts = texts(row, 2);
        texts.forEach(text -> text(text, LONGEST_NAME));
        return texts;
    }

    KeptFilter filter(TransferRow row) {
        List<String> texts = row.texts();
        if (texts.size() < FIXED_OF_FILTER || texts.size() % 2 != 0) {
            throw new IllegalArgumentException("another number of texts");
        }
        var choice = new HashMap<String, String>();
        for (int i = FIXED_OF_FILTER; i < texts.size(); i += 2) {
            choice.put(texts.get(i), texts.get(i + 1));
        }
        var filter = new KeptFilter(texts.get(0), texts.get(1), choice);
        if (!filter.isToKeep()) {
            throw new IllegalArgumentException("a filter that is not to be kept");
        }
        return filter;
    }

    /** The caller closes it. */
    MovedConnection connection(TransferRow row) {
        List<String> texts = texts(row, 8);
        try {
            OdooAddress address = OdooAddress.parse(texts.get(1));
            if (!address.url().equals(texts.get(1)) || texts.get(0).isBlank()) {
                throw new IllegalArgumentException("not as it is written");
            }
            var endpoint = new Endpoint(address, line(texts.get(2)), line(texts.get(3)));
            CertificatePin pin = texts.get(5).isEmpty() ? null : new CertificatePin(texts.get(5));
            var details = new ConnectionDetails(endpoint, text(texts.get(0), LONGEST_NAME), pin, day(texts.get(6)));
            LocalDate since = day(texts.get(4));
            // last: nobody would close it
            return new MovedConnection(details, since, texts.get(7).isEmpty()
                    ? null
                    : key.openPassword(Base64.getUrlDecoder().decode(texts.get(7)),
                            header.bound(TransferWriter.place(endpoint))));
        } catch (ProblemException | GeneralSecurityException refused) {
            throw new IllegalArgumentException("no connection", refused);
        }
    }

    /** Which books. */
    BookId book(TransferRow row) {
        List<String> texts = texts(row, 3);
        return new BookId(text(texts.get(0), LONGEST_ADDRESS), text(texts.get(1), LONGEST_NAME));
    }

    /** How far the owner has looked. */
    long seen(TransferRow row) {
        return number(texts(row, 3).get(2));
    }

    /** Odoo's id of an invoice or a partner. */
    long id(TransferRow row) {
        return Long.parseLong(row.texts().isEmpty() ? "" : row.texts().getFirst());
    }

    InvoiceMark mark(TransferRow row) {
        List<String> texts = texts(row, 8);
        InvoiceMark.Review review = texts.get(3).isEmpty()
                ? null
                : new InvoiceMark.Review(moment(texts.get(3)), text(texts.get(4), LONGEST_DIGEST),
                        number(texts.get(5)));
        return new InvoiceMark(flag(texts.get(1)), text(texts.get(2), InvoiceMark.LONGEST_JOINED), review,
                day(texts.get(6)), flag(texts.get(7)));
    }

    /** The note to a partner. */
    String partner(TransferRow row) {
        return text(texts(row, 2).get(1), InvoiceMark.LONGEST_JOINED);
    }

    /** The key of a finding. */
    String known(TransferRow row) {
        return text(texts(row, 1).getFirst(), KnownFindings.LONGEST_KEY);
    }

    MovedChange change(TransferRow row) {
        List<String> texts = texts(row, 14);
        return new MovedChange(new BookId(texts.get(0), texts.get(1)), number(texts.get(2)), new InvoiceChange(
                Long.parseLong(texts.get(3)), texts.get(4), Long.parseLong(texts.get(5)),
                Integer.parseInt(texts.get(6)), moment(texts.get(7)),
                InvoiceChange.Kind.valueOf(texts.get(8)), InvoiceField.valueOf(texts.get(9)),
                Long.parseLong(texts.get(10)), texts.get(11), texts.get(12), flag(texts.get(13))));
    }

    /** How many rows stand before the end. */
    long end(TransferRow row) {
        return number(texts(row, 1).getFirst());
    }
}
