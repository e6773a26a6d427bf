package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedRow;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.PartnerList;
import app.loupe.owed.PartnerOrder;
import app.loupe.owed.Statements;
import app.loupe.owed.Subledger;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.PdfFile;
import testkit.window.WindowSamples;

/** What a payment settled is not in the copy: on a past day nobody knows what was open, and every list says so. */
class UncertainReportsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, Locale.US);
    private static final ConnectionProfile ACME = WindowSamples.profile(WindowSamples.ACME, "Acme Trading");
    private static final ReadTogether READ = ReadTogether.only(ACME);
    private static final String NOTE = "1 row is uncertain: the copy does not hold all that settled it.";

    private static OwedItem item(long id, String amount, String open, Long... partials) {
        LocalDate day = LocalDate.of(2026, 1, 15);
        var eur = new Ref(1, "EUR");
        return new OwedItem(id, 0, new OwedItem.Entry(id, null, "N" + id, "Bank", ""), false, new Ref(1, "Acme"),
                new Ref(7, "Ann"), eur, new OwedItem.Dates(day, null, null), new BigDecimal(amount),
                new BigDecimal(open), new OwedItem.Booked(eur, new BigDecimal(amount), new BigDecimal(open)),
                List.of(partials));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, true", "2026-11-23, false"})
    void theyHaveTheNoteOfTheAgedList(LocalDate day, boolean uncertain) throws IOException, ProblemException {
        Subledger ledger = Subledger.of(List.of(item(1, "-500.00", "-100.00", 1L), item(2, "90.00", "90.00")));
        List<PartnerAccount> accounts = PartnerAccount.of(ledger, new Statements(false, null, day, TODAY), 7);
        var paper = new ByteArrayOutputStream();
        new StatementReports(TEXTS, CLOCK, ACME, false).write(ReportFormat.PDF, Correspondents.UNKNOWN, accounts,
                paper);
        PartnerList partners = PartnerList.of(Map.of(ACME.id(), ledger), false, day, TODAY);

        var notes = new ArrayList<List<String>>();
        for (boolean open : List.of(false, true)) {
            notes.add(new StatementReports(TEXTS, CLOCK, ACME, open).forPeople(accounts).getFirst().notes());
        }
        notes.add(new YearReports(TEXTS, CLOCK, ACME, false).of(accounts.getFirst(), "", List.of(), false).notes());
        notes.add(new PartnerReports(TEXTS, CLOCK, READ, false)
                .of(partners.find("", PartnerOrder.NAME, false), day, List.of(), false).notes());
        notes.addAll(aged(ledger, new AgedBalance(day, false, AgedBalance.By.DUE, TODAY)));
        notes.add(new PdfFile(paper.toByteArray()).text().lines().toList());

        assertThat(notes).hasSize(7).allSatisfy(lines -> assertThat(lines.contains(NOTE)).isEqualTo(uncertain));
    }

    /** The rows themselves say which of them it is: to people by a mark, to programs by a field. */
    @ParameterizedTest
    @CsvSource({"2026-06-30, true", "2026-11-23, false"})
    void theRowIsMarked(LocalDate day, boolean uncertain) throws ProblemException {
        Subledger ledger = Subledger.of(List.of(item(1, "-500.00", "-100.00", 1L), item(2, "90.00", "90.00")));
        var balance = new AgedBalance(day, false, AgedBalance.By.DUE, TODAY);
        List<AgedEntry<AgedItem>> items = balance.openItems(ledger).stream().map(one -> new AgedEntry<>(ACME, one))
                .toList();
        List<AgedEntry<AgedRow>> sums = balance.rows(ledger).stream().map(row -> new AgedEntry<>(ACME, row)).toList();
        var reports = new AgedReports(TEXTS, false, READ, List.of(), "");
        List<PartnerAccount> accounts = PartnerAccount.of(ledger, new Statements(false, null, day, TODAY), 7);

        assertThat(TotalsOf.texts(reports.items(items), "move_name", "partner"))
                .containsExactlyInAnyOrder("Bank \u00b7 N1 Ann" + (uncertain ? " \u2248" : ""), "Bank \u00b7 N2 Ann");
        assertThat(TotalsOf.texts(reports.sums(sums), "partner")).containsExactly(uncertain ? "Ann \u2248" : "Ann");
        assertThat(reports.sums(sums).notes().contains("\u2248 behind a name: this row is not certain."))
                .isEqualTo(uncertain);
        assertThat(text(AgedFields.items(), items)).contains(",true\r\n")
                .matches(csv -> csv.contains(",false\r\n") == uncertain);
        assertThat(text(AgedFields.sums(), sums)).endsWith(uncertain ? ",false\r\n" : ",true\r\n");
        var statement = new StringWriter();
        new StatementReports(TEXTS, CLOCK, ACME, false).forPrograms(accounts).rows()
                .each(new CsvReport(Csv.ofText(new PrintWriter(statement)), new StatementReports(TEXTS, CLOCK, ACME,
                        false).forPrograms(accounts).columns()));
        assertThat(statement.toString()).contains("ref,exact\r\n", ",true\r\n")
                .matches(csv -> csv.contains(",false\r\n") == uncertain);
    }

    private static <T> String text(ProgramFields<T> fields, List<T> rows) {
        var text = new StringWriter();
        fields.write(ReportFormat.CSV, new PrintWriter(text), rows);
        return text.toString();
    }

    private static List<List<String>> aged(Subledger ledger, AgedBalance balance) {
        var reports = new AgedReports(TEXTS, false, READ, List.of(), "");
        List<AgedEntry<AgedRow>> rows = balance.rows(ledger).stream().map(row -> new AgedEntry<>(ACME, row)).toList();
        List<AgedEntry<AgedItem>> items = balance.openItems(ledger).stream().map(one -> new AgedEntry<>(ACME, one))
                .toList();
        return List.of(reports.sums(rows).notes(), reports.items(items).notes());
    }
}
