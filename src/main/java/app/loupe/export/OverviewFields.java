package app.loupe.export;

import app.loupe.domain.Money;
import app.loupe.export.ProgramFields.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What programs get of an overview: the same fields in every row, whatever question it answers. */
final class OverviewFields {
    private OverviewFields() {}

    static ProgramFields<OverviewEntry> all() {
        return new ProgramFields<>(List.of(new Field<>("question", OverviewEntry::question),
                new Field<>("key", OverviewEntry::key, "key", OverviewFigures::key),
                new Field<>("name", OverviewEntry::name),
                new Field<>("currency", entry -> entry.amount() == null ? null : entry.amount().currency()),
                new Field<>("amount", entry -> bare(entry.amount())),
                new Field<>("year_before", entry -> bare(entry.compared().before())),
                new Field<>("overdue", entry -> bare(entry.compared().overdue())),
                new Field<>("best", entry -> bare(entry.compared().best())),
                new Field<>("worst", entry -> bare(entry.compared().worst())),
                new Field<>("number", OverviewEntry::number), new Field<>("unit", OverviewEntry::unit),
                new Field<>("invoices", OverviewEntry::invoices),
                new Field<>("from", entry -> day(entry.span(), ExportSpan::from)),
                new Field<>("to", entry -> day(entry.span(), ExportSpan::to))));
    }

    private static @Nullable BigDecimal bare(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static @Nullable LocalDate day(@Nullable ExportSpan span, Function<ExportSpan, @Nullable LocalDate> end) {
        return span == null ? null : end.apply(span);
    }
}
