package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.Problem;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.MarkChoice;
import app.loupe.review.Shelf;
import app.loupe.review.StatusChoice;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.FakeInvoices;
import testkit.FxStage;

/** Files and papers name what their rows were chosen by: no chip that the search has set aside. */
class SetAsideWordsFxTest {
    private static final Clock CLOCK = Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC);

    private final FakeInvoices copy = FakeInvoices.believable();
    private final List<Problem> problems = new ArrayList<>();
    private final InvoicesViewModel model = FxStage.on(() -> {
        // done at once
        var background = new Background(Runnable::run, problems::add);
        return new InvoicesViewModel(new Shelf(copy, copy.changes()),
                new MarksViewModel(copy.book(), new NoteDrafts(), background, CLOCK),
                background, CLOCK, Locale.US);
    });

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @AfterEach
    void noProblem() {
        assertThat(problems).isEmpty();
    }

    /** What is said of the rows, and what their files are called. */
    private List<String> said(FilterChoice.State chosen) {
        FxStage.run(() -> {
            model.select(List.of(FakeInvoices.profile()));
            model.choice().become(chosen);
        });
        var words = new InvoiceWords(Wording.of(new Texts(Locale.ENGLISH), CLOCK));
        // whatever the answers still wait for on this thread
        for (int i = 0; i < 5; i++) {
            FxStage.run(() -> {});
        }
        ExportOffer offer = FxStage.on(() -> new InvoiceExports(model, copy, words).offer(false,
                model.result().get().rows().only(new int[0]))).orElseThrow();
        var said = new ArrayList<>(List.of(offer.shown()));
        offer.parts().forEach(part -> said.add(part.fileName()));
        return said;
    }

    private static FilterChoice.State chips(String search, Set<TypeChoice> types, Set<StatusChoice> statuses,
            InvoicePeriod period, String currency, Set<MarkChoice> marks) {
        return new FilterChoice.State(search, types, statuses, period, currency, "", marks, null);
    }

    private static final InvoicePeriod ALL = InvoicePeriod.Relative.ALL;

    static List<FilterChoice.State> setAside() {
        return List.of(chips("bills", Set.of(TypeChoice.CUSTOMER_INVOICES), Set.of(), ALL, "", Set.of()),
                chips("paid", Set.of(), Set.of(StatusChoice.UNPAID), ALL, "", Set.of()),
                chips("march 2026", Set.of(), Set.of(), InvoicePeriod.Relative.THIS_MONTH, "", Set.of()),
                chips("last month", Set.of(), Set.of(), new InvoicePeriod.OfYear(2025), "", Set.of()),
                chips("usd", Set.of(), Set.of(), ALL, "EUR", Set.of()),
                chips("reviewed", Set.of(), Set.of(), ALL, "", Set.of(MarkChoice.FLAGGED)));
    }

    @ParameterizedTest
    @MethodSource("setAside")
    void aChipThatTheSearchSetsAsideIsNotNamed(FilterChoice.State chosen) {
        List<String> without = said(chips(chosen.search(), Set.of(), Set.of(), ALL, "", Set.of()));
        assertThat(without.getFirst()).contains("Search: " + chosen.search());

        assertThat(said(chosen)).isEqualTo(without);
    }

    @Test
    void theOthersAre() {
        assertThat(said(chips("bills march 2026", Set.of(TypeChoice.CUSTOMER_INVOICES, TypeChoice.VENDOR_BILLS),
                Set.of(StatusChoice.UNPAID), InvoicePeriod.Relative.THIS_MONTH, "EUR", Set.of())).getFirst())
                .contains("Vendor bills").contains("Unpaid").contains("EUR")
                .doesNotContain("Customer invoices").doesNotContain("This month");
        assertThat(said(chips("wood", Set.of(), Set.of(), InvoicePeriod.Relative.THIS_MONTH, "", Set.of())))
                .satisfies(said -> assertThat(said.getFirst()).contains("This month"))
                .anySatisfy(name -> assertThat(name).endsWith("2026-11"));
    }
}
