package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.InvoiceKey;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.NoOriginals;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.IdleSync;
import testkit.OneConnection;
import testkit.window.FakeNavigator;
import testkit.window.NoneExpected;

/** What the totals and lines of the detail say and with which sign. */
class DetailAmountsFxTest {
    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final FakeInvoices copy = FakeInvoices.cashRounding();
    private final InvoiceWords words = new InvoiceWords(
            Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
    private final DetailLinks links = new DetailLinks(new FakeNavigator(), words);

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @AfterEach
    void close() {
        executor.shutdown();
    }

    private InvoiceDetail detail(String number) {
        var model = new InvoiceDetailViewModel(
                new InvoicePorts(copy.shelf(), copy, copy.book(), new OneConnection("https://erp.acme.example"),
                        new IdleSync(), uri -> {}, new FakeNavigator(), new NoOriginals(), new NoteDrafts()),
                new Background(executor, unexpected));
        FxStage.run(() -> model.show(new ReviewRow(copy.row(number))));
        ReadOnlyObjectProperty<@Nullable InvoiceDetail> shown = model.detail();
        FxStage.until(() -> shown.get() != null);
        return Optional.ofNullable(FxStage.on(shown::get)).orElseThrow();
    }

    private List<String> totals(String number) {
        InvoiceDetail detail = detail(number);
        return FxStage.on(() -> texts(TotalsGrid.of(detail, words, links)).toList());
    }

    private List<String> lines(String number) {
        InvoiceDetail detail = detail(number);
        GridPane grid = FxStage.on(() -> LinesGrid.of(detail, words, links));
        return FxStage.on(() -> texts(grid).toList());
    }

    private static Stream<String> texts(Node node) {
        return switch (node) {
            case Labeled labeled -> Stream.of(labeled.getText().replace('\u00a0', ' '));
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(DetailAmountsFxTest::texts);
            default -> Stream.empty();
        };
    }

    @Test
    void aReversedInvoiceWasNotPaid() {
        assertThat(totals("INV/2026/01172")).containsSequence("Reversed by RINV/2026/00031", "16 Nov 2026", "€ 310.00")
                .noneMatch(text -> text.startsWith("Paid"));
    }

    /** An invoice that was paid before it was reversed is matched with nothing that says so. */
    @Test
    void theHeadNamesWhatReversesAnInvoice() {
        assertThat(head("INV/2026/01172")).containsSequence("Reversed by", "RINV/2026/00031")
                .doesNotContain("Reverses");
        assertThat(head("RINV/2026/00031")).containsSequence("Reverses", "INV/2026/01172")
                .doesNotContain("Reversed by");
        assertThat(detail("INV/2026/01172").linked()).contains(copy.key("RINV/2026/00031"));
        copy.remove(copy.key("RINV/2026/00031"));
        assertThat(head("INV/2026/01172")).doesNotContain("Reversed by");
    }

    private List<String> head(String number) {
        InvoiceDetail detail = detail(number);
        return FxStage.on(() -> texts(DetailHead.of(detail, words, links)).toList());
    }

    @Test
    void aCreditNoteIsNegativeFromLineToAmountDue() {
        assertThat(totals("RINV/2026/00031")).containsSequence("Reverses INV/2026/01172", "16 Nov 2026", "€ −310.00")
                .contains("€ −310.00", "€ −260.40", "€ −49.60", "€ 0.00").noneMatch(text -> text.startsWith("Paid"));
        assertThat(lines("RINV/2026/00031")).containsSequence("−3.00", "52.08", "−156.24");
        assertThat(totals("RBILL/2026/11/0001")).contains("€ −41.10");
    }

    @Test
    void anInvoiceIsPositive() {
        assertThat(totals("INV/2026/01182")).containsSequence("Paid on 20 Nov 2026", "Bank", "$ 4,965.00")
                .noneMatch(text -> text.contains("−"));
    }

    @Test
    void aCashRoundingOfTheBiggestTaxIsPartOfItsGroupAndNoLine() {
        assertThat(totals("INV/2026/01186")).containsExactly("Tax excluded", "€ 15.06", "VAT 21%", "€ 2.16", "VAT 6%",
                "€ 0.28", "Total", "€ 17.50", "Amount due", "€ 17.50");
        assertThat(lines("INV/2026/01186")).endsWith("10.34", "Handbook", "1.00", "4.72", "4.72");
        assertThat(totals("RINV/2026/00032")).containsExactly("Tax excluded", "€ −15.06", "VAT 21%", "€ −2.16",
                "VAT 6%", "€ −0.28", "Total", "€ −17.50", "Amount due", "€ −17.50");
    }

    @Test
    void aCashRoundingThatIsALineIsShownAmongTheLinesAndLeavesTheTaxAsItIs() {
        assertThat(totals("INV/2026/01187")).containsExactly("Tax excluded", "€ 15.05", "VAT 21%", "€ 2.17", "VAT 6%",
                "€ 0.28", "Total", "€ 17.50", "Amount due", "€ 17.50");
        assertThat(lines("INV/2026/01187")).endsWith("4.72", "Cash rounding", "−0.01");
    }

    @Test
    void anEntryWithoutMoneyIsNotPaid() {
        copy.pay(copy.key("INV/2026/01182"), "4965.00", "Miscellaneous Operations");

        assertThat(totals("INV/2026/01182")).containsSequence("Settled by PAY3", "23 Nov 2026", "$ 4,965.00")
                .noneMatch(text -> text.startsWith("Paid"));
    }

    @Test
    void anExchangeDifferenceIsShownInTheCompanysCurrency() {
        InvoiceKey key = copy.key("INV/2026/01178");
        copy.exchange(key, "12.34");

        assertThat(totals("INV/2026/01178")).containsSequence("Exchange difference", "23 Nov 2026", "€ 12.34");
    }
}
