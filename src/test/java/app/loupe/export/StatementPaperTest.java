package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.Statement;
import app.loupe.owed.Statements;
import app.loupe.owed.Subledger;
import app.loupe.review.Shelf;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.StatementText;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Partners;
import testkit.PdfFile;
import testkit.window.FakeReader;
import testkit.window.OwedSamples;
import testkit.window.WindowSamples;

/** What a statement says stands whole in its cells, in every language and as any region writes days. */
class StatementPaperTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Correspondents OURS = new Correspondents(
            Optional.of(Partners.at(OwedSamples.BRIGHTWATER.id(), Instant.EPOCH, "Brightwater Hotels", "FR40303265045",
                    Partners.street("4 Quai du Port", "Marseille", "France"))),
            Map.of(1L, Partners.at(9, Instant.EPOCH, "Acme Trading BV", "NL004495445B01",
                    Partners.street("12 Ledger Lane", "Utrecht", "Netherlands"))),
            Map.of());

    private static List<PartnerAccount> accounts() throws ProblemException {
        var reader = new FakeReader();
        OwedSamples.all(reader, WindowSamples.ACME);
        ConnectionId id = WindowSamples.ACME;
        var ledger = Objects
                .requireNonNull(new Shelf(reader, new CopyChanges()).subledgers(Set.of(id)).get(id));
        return PartnerAccount.of(ledger, new Statements(false, LocalDate.of(2026, 9, 1), TODAY, TODAY),
                OwedSamples.BRIGHTWATER.id());
    }

    private static PdfFile written(Texts texts, boolean open) throws IOException, ProblemException {
        var out = new ByteArrayOutputStream();
        new StatementPaper(texts, OURS, open, List.of(), account -> "foot").write(accounts(), out);
        return new PdfFile(out.toByteArray());
    }

    @Test
    void saysWhoWritesAndToWhom() throws IOException, ProblemException {
        List<String> lines = written(new Texts(Locale.US), false).text().lines().limit(12).toList();

        assertThat(String.join("\n", lines)).contains("12 Ledger Lane", "1000 Utrecht", "Netherlands",
                "VAT NL004495445B01", "Brightwater Hotels", "4 Quai du Port", "1000 Marseille", "France",
                "VAT FR40303265045");
    }

    /** Whoever reads one page sees that the other has more. */
    @Test
    void eachPageSaysWhatTheOtherCurrenciesOwe() throws IOException, ProblemException {
        var reader = new FakeReader();
        OwedSamples.all(reader, WindowSamples.ACME);
        var items = new ArrayList<>(Objects.requireNonNull(reader.owed.get(WindowSamples.ACME)));
        items.add(inDollars(items.getFirst()));
        List<PartnerAccount> both = PartnerAccount.of(Subledger.of(items), new Statements(false, null, TODAY, TODAY),
                OwedSamples.BRIGHTWATER.id());
        var out = new ByteArrayOutputStream();
        new StatementPaper(new Texts(Locale.US), OURS, false, List.of(), account -> "foot").write(both, out);

        assertThat(new PdfFile(out.toByteArray()).pages()).hasSize(2)
                .anySatisfy(page -> assertThat(page).contains("all amounts in EUR", "Also open: $\u00a0250.00"))
                .anySatisfy(
                        page -> assertThat(page).contains("all amounts in USD", "Also open: \u20ac\u00a016,910.00"));
        assertThat(written(new Texts(Locale.US), false).text()).doesNotContain("Also open");
    }

    private static OwedItem inDollars(OwedItem like) {
        var amount = new BigDecimal("250.00");
        return new OwedItem(88_001, 88_000, like.entry(), false, like.company(), like.partner(), OwedSamples.USD,
                like.dates(), amount, amount, new OwedItem.Booked(OwedSamples.EUR, amount, amount), List.of());
    }

    /** A letter asks nobody for less than nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-50"})
    void whatCreditNotesMakeUpForIsNotOverdue(String more) throws ProblemException {
        OwedItem late = inDollars(accounts().getFirst().late().getFirst().item());
        var back = new BigDecimal(more).subtract(late.amount());
        var credit = new OwedItem(88_003, 88_002, late.entry(), false, late.company(), late.partner(), late.currency(),
                late.dates(), back, back, new OwedItem.Booked(OwedSamples.EUR, back, back), List.of());
        var texts = new Texts(Locale.US);

        assertThat(overdue(texts, List.of(late))).singleElement().asString().contains("$\u00a0250.00");
        assertThat(overdue(texts, List.of(late, credit))).isEmpty();
    }

    private static List<String> overdue(Texts texts, List<OwedItem> items) {
        PartnerAccount account = PartnerAccount
                .of(Subledger.of(items), new Statements(false, null, TODAY, TODAY), OwedSamples.BRIGHTWATER.id())
                .getFirst();
        assertThat(account.late()).hasSameSizeAs(items);
        return OverdueNote.of(texts, new MoneyText(texts), account);
    }

    @Test
    void aLongStreetOfTheSenderGoesOnBelowAndIsNotSetSmaller() throws IOException, ProblemException {
        String street = "Building 4, third floor, North Harbour Industrial Estate, Old Station Road 1178 bis";
        var out = new ByteArrayOutputStream();
        var longStreet = new Correspondents(Optional.empty(), Map.of(1L, Partners.at(9, Instant.EPOCH, "Acme", "",
                Partners.street(street, "Utrecht", "Netherlands"))), Map.of());
        new StatementPaper(new Texts(Locale.US), longStreet, false, List.of(), account -> "foot").write(accounts(),
                out);

        List<String> lines = new PdfFile(out.toByteArray()).text().lines().limit(10).toList();

        assertThat(lines).noneMatch(line -> line.contains(street));
        assertThat(String.join(" ", lines)).contains("Old Station Road");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void whatASampleSaysStandsOnOneLineInEveryCell(String language) throws IOException, ProblemException {
        var texts = new Texts(Locale.of(language), Locale.of(language, language.equals("en") ? "US" : language));
        var dates = new DateText(texts, ZoneOffset.UTC);
        var said = new StatementText(texts, dates);
        for (boolean open : List.of(false, true)) {
            List<String> lines = written(texts, open).text().lines().toList();
            var whole = new ArrayList<String>();
            Stream.of("date", "document", "about", open ? "open" : "amount", "balance")
                    .map(key -> texts.get("statement.column." + key)).forEach(whole::add);
            for (AgeBucket bucket : AgeBucket.values()) {
                whole.add(texts.get("aged.bucket." + bucket.key()));
            }
            PartnerAccount account = accounts().getFirst();
            for (Statement.Line line : (open ? account.everything().openOnly() : account.statement()).lines()) {
                whole.add(dates.day(line.date()));
                whole.add(said.inStatement(line.entry()));
                whole.add(said.about(line.event(), line.entry(), line.settles(), line.due(), line.late(),
                        line.amount().signum() < 0));
            }
            assertThat(whole).hasSizeGreaterThan(15);
            assertThat(whole).allSatisfy(text -> assertThat(lines).as(text).anyMatch(line -> line.contains(text)));
        }
    }
}
