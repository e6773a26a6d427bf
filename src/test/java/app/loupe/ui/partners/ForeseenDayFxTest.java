package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.ui.common.Destination;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The day on which a customer is likely to pay is no longer than an amount: it would have all figures set smaller. */
class ForeseenDayFxTest {
    private static final Ref CUSTOMER = new Ref(40, "Lumber Inc");

    private final List<OwedItem> items = new ArrayList<>();

    private void put(@Nullable MoveType type, String date, String due, String amount, String open, Long... partials) {
        long id = 700L + items.size();
        items.add(new OwedItem(id, type == null ? 0 : id,
                new OwedItem.Entry(id, type, "INV/" + id, type == null ? "Bank" : "Invoices", ""), false,
                new Ref(1, "Acme Trading"), CUSTOMER, OwedSamples.EUR,
                new OwedItem.Dates(LocalDate.parse(date), LocalDate.parse(due),
                        type == null ? null : LocalDate.parse(date)),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(OwedSamples.EUR, new BigDecimal(amount), new BigDecimal(open)),
                List.of(partials)));
    }

    private void paid(int month, long partial) {
        String date = "2026-%02d-".formatted(month);
        put(MoveType.CUSTOMER_INVOICE, date + "01", date + "15", "90", "0", partial);
        put(null, date + "20", date + "20", "-90", "0", partial);
    }

    @Test
    void aForeseenDayLeavesTheFiguresAsLargeAsTheyAre() {
        for (int month = 5; month < 10; month++) {
            paid(month, month);
        }
        put(MoveType.CUSTOMER_INVOICE, "2026-11-10", "2026-12-10", "90", "90");
        try (var kit = new WindowKit()) {
            kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
            kit.reader.with(WindowSamples.ACME, 12);
            kit.reader.owed.put(WindowSamples.ACME, List.copyOf(items));
            kit.openLoaded();
            Fx.run(() -> kit.navigator()
                    .open(new Destination.PartnerPage(WindowSamples.ACME, CUSTOMER.id(), false, null)));
            Fx.await("its cards", () -> kit.find("#card-next") != null);
            kit.layOut();

            assertThat(kit.texts("#card-next .card-figure")).containsExactly("15 Dec");
            assertThat(Fx.get(() -> kit.findAll("#card-next .card-figure").stream().map(Labeled.class::cast)
                    .map(figure -> figure.getTooltip().getText()).toList())).containsExactly("15 Dec 2026");
            assertThat(Fx.get(() -> kit.findAll(".partner-cards").getFirst().getStyleClass()))
                    .doesNotContain("smaller", "smallest");
        }
    }
}
