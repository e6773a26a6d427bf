package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.NameKind;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** The rows that show names, where very many of them are looked for anew. */
class ShownNamesIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final int PARTNERS = 300;

    @TempDir
    Path folder;

    private OpenStore open;

    /** Each partner is on two invoices. */
    @BeforeEach
    void open() throws Exception {
        open = new OpenStore(folder).knowing(SHOP);
        var invoices = new ArrayList<Invoice>();
        for (int id = 1; id <= 2 * PARTNERS; id++) {
            invoices.add(of(id, id % PARTNERS));
        }
        open.copies().saveInvoices(SHOP, invoices);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static Invoice of(long id, int partner) {
        Invoice one = StoreRecords.invoice(id, 0);
        var who = new Ref(1000 + partner, "Partner " + partner);
        return new Invoice(id, one.writeDate(), one.name(), one.type(), one.state(), one.paymentState(),
                new Invoice.Parties(who, who, who.name()), one.booking(), one.dates(), one.amounts(), one.otherInfo(),
                List.of());
    }

    private Map<Named, NameSample> samples() throws Exception {
        var samples = new HashMap<Named, NameSample>();
        open.copies().names(SHOP).forEach(one -> samples.put(one.named(), one));
        return samples;
    }

    private static NameSample shown(Map<Named, NameSample> samples, Named named) {
        return Objects.requireNonNull(samples.get(named), named.name());
    }

    @Test
    void allOfThemAreFoundInOnePassOverTheRows() throws Exception {
        Map<Named, NameSample> before = samples();
        assertThat(before).hasSizeGreaterThan(PARTNERS);
        open.forgetStatements();

        open.copies().sampleAnew(SHOP, List.copyOf(before.keySet()));

        assertThat(open.sent("from invoice ")).as("passes over the invoices").isBetween(1, 3);
        assertThat(samples()).hasSameSizeAs(before).allSatisfy((named, sample) -> {
            assertThat(sample.record()).as("not the one that said nothing").isNotEqualTo(shown(before, named).record());
            if (named.kind() == NameKind.PARTNER) {
                assertThat(sample.record()).isIn(named.id() - 1000, named.id() - 1000 + PARTNERS, 2L * PARTNERS);
            }
        });
    }

    @Test
    void theNewestThatOdooStillHasShowsIt() throws Exception {
        open.copies().saveInvoices(SHOP, List.of(of(5001, 7), of(5002, 7), of(5003, 8)));
        open.copies().markRemoved(SHOP, Set.of(5002L), StoreRecords.WRITTEN);
        Named seven = new Named(NameKind.PARTNER, 1007, 0, "Partner 7");
        Named eight = new Named(NameKind.PARTNER, 1008, 0, "Partner 8");

        open.copies().sampleAnew(SHOP, List.of(seven, eight));
        assertThat(shown(samples(), seven).record()).isEqualTo(5001);
        assertThat(shown(samples(), eight).record()).isEqualTo(5003);

        open.copies().sampleAnew(SHOP, List.of(seven, eight));
        assertThat(shown(samples(), seven).record()).isEqualTo(7 + PARTNERS);
    }

    /** A partner shows its parent, where no invoice does; no parent is a party of one for that. */
    @Test
    void mastersShowWhatNoOtherRowDoes() throws Exception {
        open.copies().savePartners(SHOP, List.of(StoreRecords.partner(1003, "Partner 3"),
                StoreRecords.partner(1004, "Partner 4")));
        Named parent = new Named(NameKind.PARTNER, 1, 0, "Parent");
        NameSample before = shown(samples(), parent);

        open.copies().sampleAnew(SHOP, List.of(parent, new Named(NameKind.PARTNER, 1003, 0, "Partner 3")));

        assertThat(shown(samples(), parent).shownBy()).isEqualTo(RecordKind.PARTNER);
        assertThat(shown(samples(), parent).record()).isNotEqualTo(before.record()).isBetween(1003L, 1004L);
        assertThat(shown(samples(), new Named(NameKind.PARTNER, 1003, 0, "Partner 3")).shownBy())
                .isEqualTo(RecordKind.INVOICE);
    }
}
