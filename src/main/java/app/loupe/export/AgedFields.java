package app.loupe.export;

import app.loupe.domain.Ref;
import app.loupe.export.ProgramFields.Field;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What programs get of aged amounts, and of the open items behind them. The currency is that of the amount: as booked it is
 * the company's, whatever the document is in. In CSV a word stands behind the numbers of days, which a spreadsheet would
 * take for dates.
 */
final class AgedFields {
    private AgedFields() {}

    /** A row for each partner. */
    static ProgramFields<AgedEntry<AgedRow>> sums() {
        List<Field<AgedEntry<AgedRow>>> fields = owner(AgedRow::company, row -> Ref.nameOf(row.currency()),
                AgedRow::partner);
        for (AgeBucket bucket : AgeBucket.values()) {
            Function<AgedEntry<AgedRow>, @Nullable Object> amount = entry -> entry.aged().amount(bucket).amount();
            fields.add(new Field<>(bucket.key(), amount, AgedReports.heading(bucket), amount));
        }
        fields.add(of("total", row -> row.total().amount()));
        fields.add(of("exact", AgedRow::exact));
        return new ProgramFields<>(fields);
    }

    /** A row for each open item. */
    static ProgramFields<AgedEntry<AgedItem>> items() {
        List<Field<AgedEntry<AgedItem>>> fields = owner(AgedItem::company, aged -> aged.owed().currency(),
                AgedItem::partner);
        fields.add(of("id", AgedItem::id));
        fields.add(of("move_id", aged -> aged.invoice() == 0 ? null : aged.invoice()));
        fields.add(of("move_name", AgedItem::number));
        fields.add(of("date", AgedItem::accounting));
        fields.add(of("invoice_date", AgedItem::invoiced));
        fields.add(of("date_maturity", AgedItem::due));
        fields.add(of("days", AgedItem::days));
        fields.add(new Field<>("bucket", entry -> entry.aged().bucket().key(),
                "bucket", entry -> AgedReports.heading(entry.aged().bucket())));
        fields.add(of("owed", aged -> aged.owed().amount()));
        fields.add(of("ref", aged -> aged.item().entry().reference()));
        fields.add(of("exact", AgedItem::exact));
        return new ProgramFields<>(fields);
    }

    private static <T> List<Field<AgedEntry<T>>> owner(Function<T, @Nullable Ref> company, Function<T, String> currency,
            Function<T, @Nullable Ref> partner) {
        var fields = new ArrayList<Field<AgedEntry<T>>>();
        fields.add(new Field<>("connection", entry -> entry.connection().name()));
        fields.add(new Field<>("connection_id", entry -> entry.connection().id().value()));
        fields.add(of("company", aged -> Ref.nameOf(company.apply(aged))));
        fields.add(of("currency", currency::apply));
        fields.add(of("partner_id", aged -> OdooWords.id(partner.apply(aged))));
        fields.add(of("partner", aged -> Ref.nameOf(partner.apply(aged))));
        return fields;
    }

    private static <T> Field<AgedEntry<T>> of(String name, Function<T, @Nullable Object> value) {
        return new Field<>(name, entry -> value.apply(entry.aged()));
    }
}
