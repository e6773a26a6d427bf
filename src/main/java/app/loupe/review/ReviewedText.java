package app.loupe.review;

import app.loupe.domain.InvoiceRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says by a digest what an invoice said when it was reviewed: kind, state, number, partner, dates, currency, amounts and
 * references. Payments, what is due, and Odoo's own flags are not what a document says.
 */
final class ReviewedText {
    private static final int BYTES = 16;

    private ReviewedText() {}

    /** The digest of a row, in hexadecimal digits. */
    static String digest(InvoiceRow row) {
        // the printed name counts where there is no partner: a partner with another name changes no invoice
        Object partner = row.partner().id() == 0 ? row.partner().name() : row.partner().id();
        String text = List.of(row.type(), row.state(), row.number(), partner, String.valueOf(row.invoiceDate()),
                String.valueOf(row.dueDate()), row.amounts().currency(), plain(row.amounts().untaxed()),
                plain(row.amounts().tax()), plain(row.amounts().total()), row.otherInfo().ref(),
                row.otherInfo().paymentReference()).stream().map(Object::toString)
                .map(part -> part.length() + ":" + part).collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** As many decimals as it takes: a currency that shows more of them changes no amount. */
    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
