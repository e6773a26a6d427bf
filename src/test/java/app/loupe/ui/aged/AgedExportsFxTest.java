package app.loupe.ui.aged;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedRow;
import app.loupe.owed.Subledger;
import app.loupe.text.Texts;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.FigureColumn;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WindowSamples;
import testkit.window.WrittenOffer;

/** What is exported of the aged list is what was read, as of the day of the reading. */
class AgedExportsFxTest {
    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(FakeInvoices.SYNCED);
    private final HeldWork work = new HeldWork();
    private final Wording wording = Wording.of(new Texts(Locale.ENGLISH),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    private final AgedViewModel model = Fx.get(() -> new AgedViewModel(
            new AgedPorts(TradingCopy.business().shelf(), new IdleSync(), new FakeNavigator()), work.background(),
            wording));

    private Optional<ExportOffer> offer() {
        return Fx.get(() -> new AgedExports(model, wording).offer());
    }

    private void read() {
        Fx.run(() -> model.follow(List.of(FakeInvoices.profile())));
        work.done();
    }

    @Test
    void nothingIsOfferedBeforeItIsRead() {
        assertThat(offer()).isEmpty();
        Fx.run(() -> model.follow(List.of(FakeInvoices.profile())));
        assertThat(offer()).isEmpty();
        work.done();
        assertThat(offer()).isPresent();

        Fx.run(model::rewrite);
        assertThat(offer()).as("as long as it is written anew").isEmpty();
        work.done();
        assertThat(offer()).isPresent();
    }

    private static AgedRows.Line line(String partner, String currency, String late, String early) {
        return new AgedRows.Line(WindowSamples.ACME,
                AgedRow.of(null, new Ref(1, currency), new Ref(partner.hashCode(), partner),
                        Arrays.stream(AgeBucket.values()).collect(Collectors.toMap(Function.identity(),
                                bucket -> new Money(new BigDecimal(switch (bucket) {
                                    case NOT_DUE -> early;
                                    case OLDER -> late;
                                    default -> "0";
                                }), currency))),
                        true));
    }

    @Test
    void theSectionsStandAsTheirRowsAreManyAndTheExportLikeThem() {
        List<AgedRows.Line> lines = List.of(line("even", "CHF", "5", "-5"), line("even too", "CHF", "9", "-9"),
                line("swiss", "CHF", "0", "345"), line("credit", "USD", "-3", "0"), line("most", "USD", "500", "0"),
                line("nothing", "USD", "4", "-4"));

        assertThat(AgedRows.ordered(lines)).extracting(line -> Objects.requireNonNull(line.row().partner()).name())
                .containsExactly("most", "credit", "nothing", "swiss", "even", "even too");
        assertThat(new AgedRows(wording, Map.of()).list(AgedRows.sections(lines), AgedQuestion.FIRST))
                .extracting(row -> row.cells().getFirst().text())
                .containsExactly("USD", "most", "credit", "nothing", "Total USD", "CHF", "swiss", "even", "even too",
                        "Total CHF");
    }

    @Test
    void theDayIsTheOneOfTheReading() throws IOException, ProblemException {
        read();
        now.updateAndGet(before -> before.plus(Duration.ofDays(3)));

        ExportOffer offer = offer().orElseThrow();

        assertThat(offer.shown()).contains("23 Nov 2026").doesNotContain("26 Nov");
        assertThat(new WrittenOffer(offer, folder).about()).anyMatch(line -> line.contains("23 Nov 2026"))
                .noneMatch(line -> line.contains("26 Nov"));
    }

    private static OwedItem item(long id, String company) {
        LocalDate day = LocalDate.of(2026, 1, 15);
        var eur = new Ref(1, "EUR");
        return new OwedItem(id, 0, new OwedItem.Entry(id, null, "BNK1/" + id, "Bank", ""), false,
                new Ref(company.hashCode(), company), new Ref(7, "Ann"), eur, new OwedItem.Dates(day, null, null),
                BigDecimal.TEN, BigDecimal.TEN, new OwedItem.Booked(eur, BigDecimal.TEN, BigDecimal.TEN), List.of());
    }

    private List<String> companies(OwedItem... items) {
        LocalDate today = LocalDate.now(wording.clock());
        List<AgedRows.Behind> behind = new AgedBalance(today, false, AgedBalance.By.DUE, today)
                .openItems(Subledger.of(List.of(items))).stream()
                .map(one -> new AgedRows.Behind(WindowSamples.ACME, one)).toList();
        int company = AgedRows.itemColumns(wording).stream().map(FigureColumn::id).toList().indexOf("company");
        return new AgedRows(wording, Map.of())
                .items(behind, new AgedTarget.Cell(Optional.empty(), "EUR", Optional.empty())).stream()
                .map(row -> row.cells().get(company).text()).toList();
    }

    @Test
    void theItemsBehindAFigureNameTheirCompanyWhereThereAreSeveral() {
        assertThat(companies(item(1, "Acme"), item(2, "Borealis"))).containsExactlyInAnyOrder("Acme", "Borealis", "");
        assertThat(companies(item(1, "Acme"), item(2, "Acme"))).as("one alone is not named").containsOnly("");
    }
}
