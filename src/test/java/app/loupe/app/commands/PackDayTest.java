package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

/** Of which days a pack is, month or quarter, and that all its figures are of one. */
class PackDayTest {
    private static final String ACME = "aaaa1111";

    @TempDir
    Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    /** Accounting date 18 September: one paid in part on the last day of it, one in October. */
    @BeforeEach
    void twoInvoices() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        invoice(1, "INV/2026/0001", "1290.5", "290.5");
        item(10, 1, "1290.5", "290.5", LocalDate.of(2026, 9, 18), 5);
        item(11, 0, "-1000", "0", LocalDate.of(2026, 9, 30), 5);
        invoice(7, "INV/2026/0007", "500", "0");
        item(20, 7, "500", "0", LocalDate.of(2026, 9, 18), 6);
        item(21, 0, "-500", "0", LocalDate.of(2026, 10, 15), 6);
    }

    private void invoice(long id, String number, String total, String residual) throws ProblemException {
        bench.reader.put(ACME, Invoices.invoice(id, number, MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                new Ref(7, "Deco Addict"), total, residual, new Ref(1, "EUR"),
                List.of(Invoices.line(id * 10, LineKind.PRODUCT, "Work", total))));
    }

    private void item(long id, long invoice, String amount, String open, LocalDate date, long partial) {
        boolean paid = invoice == 0;
        bench.reader.putOwed(ACME, new OwedItem(id, invoice,
                new OwedItem.Entry(paid ? 900 + id : invoice, paid ? null : MoveType.CUSTOMER_INVOICE,
                        paid ? "BNK/7" : "INV/2026/000" + invoice, paid ? "Bank" : "Sales", ""),
                false, new Ref(1, "My Company"), new Ref(7, "Deco Addict"), new Ref(1, "EUR"),
                new OwedItem.Dates(date, paid ? null : date, paid ? null : date), new BigDecimal(amount),
                new BigDecimal(open), new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)),
                List.of(partial)));
    }

    private void pack(String period, String name) {
        assertThat(bench.run("export", "--pack", period, "--output", folder.resolve(name).toString()))
                .as(bench.terminal.messages()).isZero();
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file)).replace("\ufeff", "");
    }

    private static BigDecimal sum(String csv, String column) {
        List<String> lines = csv.lines().toList();
        int at = List.of(lines.getFirst().split(",", -1)).indexOf(column);
        return lines.stream().skip(1).map(line -> new BigDecimal(line.split(",", -1)[at])).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    @Test
    void everyFigureOfAPackIsAsOfOneDay() throws IOException {
        pack("2026-09", "sept");
        pack("2026-Q3", "third");
        pack("2026-10", "oct");

        for (String one : List.of("sept", "third")) {
            String invoices = read(one + "/invoices.csv");
            assertThat(invoices.lines().filter(line -> line.startsWith("INV/2026/0007"))).singleElement().asString()
                    .contains(",overdue,").endsWith("500.00,EUR,7,7,true");
            assertThat(invoices.lines().filter(line -> line.startsWith("INV/2026/0001"))).singleElement().asString()
                    .contains(",overdue,").endsWith("290.50,EUR,1,7,true");
            assertThat(sum(invoices, "amount_residual")).isEqualByComparingTo("790.5")
                    .isEqualByComparingTo(sum(read(one + "/aged-receivable.csv"), "total"))
                    .isEqualByComparingTo(sum(read(one + "/open-items-receivable.csv"), "owed"));
        }
        assertThat(sum(read("oct/aged-receivable.csv"), "total")).as("what was paid since")
                .isEqualByComparingTo("290.5");
    }

    /** As Odoo signs them: what a credit note gives back is negative, as in the document's currency. */
    @Test
    void aPackHasTheAccountingDateAndTheAmountsInCompanyCurrency() throws IOException {
        pack("2026-09", "sept");

        String invoices = read("sept/invoices.csv");
        assertThat(invoices.lines().findFirst().orElseThrow()).endsWith(
                "amount_residual,amount_residual_currency,date,amount_untaxed_signed,amount_untaxed_signed_currency,"
                        + "amount_tax_signed,amount_tax_signed_currency,amount_total_signed,amount_total_signed_currency,"
                        + "amount_residual_signed,amount_residual_signed_currency,id,partner_id,exact");
        assertThat(invoices.lines().filter(line -> line.startsWith("INV/2026/0001"))).singleElement().asString()
                .contains(",2026-09-18,").endsWith("290.50,EUR,1,7,true");
        assertThat(sum(invoices, "amount_residual_signed")).isEqualByComparingTo("790.5");
        assertThat(sum(invoices, "amount_total_signed")).isEqualByComparingTo("1790.5");
    }

    private void bill(long id, String total, Ref currency, String booked) throws ProblemException {
        Invoice made = Invoices.invoice(id, "BILL/2026/000" + id, MoveType.VENDOR_BILL, MoveState.POSTED,
                new Ref(8, "Ready Mat"), total, total, currency,
                List.of(Invoices.line(id * 10, LineKind.PRODUCT, "Work", total)));
        var signed = new BigDecimal(booked);
        bench.reader.put(ACME, new Invoice(made.id(), made.writeDate(), made.name(), made.type(), made.state(),
                made.paymentState(), made.parties(), made.booking(), made.dates(),
                new Invoice.Amounts(made.amounts().untaxed(), made.amounts().tax(), made.amounts().total(),
                        made.amounts().residual(), new Invoice.SignedAmounts(signed, signed, signed)),
                made.otherInfo(), made.lines()));
        var amount = new BigDecimal(total).negate();
        LocalDate day = LocalDate.of(2026, 9, 18);
        bench.reader.putOwed(ACME, new OwedItem(60 + id, id,
                new OwedItem.Entry(id, MoveType.VENDOR_BILL, made.name(), "Bills", ""), true,
                new Ref(1, "My Company"), new Ref(8, "Ready Mat"), currency, new OwedItem.Dates(day, day, day), amount,
                amount, new OwedItem.Booked(null, signed, signed), List.of()));
    }

    /** Bills are negative in company currency, whatever they are written in. */
    @Test
    void billsOfSeveralCurrenciesHaveTheSignOfOdooInCompanyCurrency() throws Exception {
        bill(5, "200", new Ref(1, "EUR"), "-200");
        bill(6, "100", new Ref(2, "USD"), "-90");

        pack("2026-09", "sept");

        String bills = read("sept/bills.csv");
        assertThat(bills.lines().filter(line -> line.startsWith("BILL/2026/0005"))).singleElement().asString()
                .contains(",2026-09-18,").endsWith("-200.00,EUR,-200.00,EUR,5,8,true");
        assertThat(bills.lines().filter(line -> line.startsWith("BILL/2026/0006"))).singleElement().asString()
                .contains("100.00,USD").endsWith("-90.00,EUR,-90.00,EUR,6,8,true");
        assertThat(sum(bills, "amount_residual_signed")).isEqualByComparingTo("-290");
    }

    /** Today is 23 November: the running month and quarter hold what is dated to today, in every sheet alike. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11", "2026-Q4"})
    void whatIsDatedAfterTheDayIsNotInThePackOfARunningTime(String running) throws Exception {
        dated(8, "INV/2026/0008", "250", LocalDate.of(2026, 11, 23));
        dated(9, "INV/2026/0009", "900", LocalDate.of(2026, 11, 24));
        item(40, 9, "900", "900", LocalDate.of(2026, 11, 24), 8);
        dated(5, "INV/2026/0005", "70", LocalDate.of(2026, 11, 30));

        pack(running, "running");

        String invoices = read("running/invoices.csv");
        assertThat(invoices).contains("INV/2026/0008").doesNotContain("INV/2026/0009", "INV/2026/0005");
        assertThat(sum(invoices, "amount_residual")).isEqualByComparingTo("250");
        assertThat(read("running/aged-receivable.csv")).doesNotContain("900.00");
        assertThat(read("running/README.txt")).contains("dated later is not in it", "as it is today");
    }

    private void dated(long id, String number, String total, LocalDate accounting) throws ProblemException {
        Invoice made = Invoices.invoice(id, number, MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                new Ref(7, "Deco Addict"), total, total, new Ref(1, "EUR"),
                List.of(Invoices.line(id * 10, LineKind.PRODUCT, "Work", total)));
        bench.reader.put(ACME, new Invoice(made.id(), made.writeDate(), made.name(), made.type(), made.state(),
                made.paymentState(), made.parties(), made.booking(),
                new Invoice.Dates(accounting, accounting, accounting), made.amounts(), made.otherInfo(), made.lines()));
    }

    /** Who reads the workbook has words; who has a program read the files has the names that the documents promise. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void theWorkbookHasWordsAboveItsColumnsAndTheFilesHaveFields(String language) throws IOException {
        pack("2026-09", "english");
        bench.texts = new Texts(Locale.of(language));
        pack("2026-09", "sept");

        String readme = read("sept/README.txt");
        try (var book = new ReadableWorkbook(folder.resolve("sept/month-end-2026-09.xlsx").toFile())) {
            List<Sheet> sheets = book.getSheets().toList();
            List<String> files = List.of("invoices", "bills", "payments", "aged-receivable", "aged-payable",
                    "open-items-receivable", "open-items-payable", "taxes", "changes");
            for (int i = 0; i < files.size(); i++) {
                assertThat(sheets.get(i).read().getFirst().stream().map(Cell::getText)).as(files.get(i))
                        .isNotEmpty().allMatch(head -> !head.isBlank() && head.indexOf('_') < 0);
                String file = files.get(i) + ".csv";
                assertThat(read("sept/" + file).lines().findFirst())
                        .isEqualTo(read("english/" + file).lines().findFirst());
                String sheet = sheets.get(i).getName();
                assertThat(readme.lines())
                        .anyMatch(line -> line.strip().startsWith(file + ",") && line.contains(sheet));
            }
        }
    }

    @Test
    void aPackSaysOfWhichDayItIs() throws IOException {
        pack("2026-09", "sept");
        pack("2026-Q4", "present");

        assertThat(read("sept/README.txt")).contains("are as of 30 Sep 2026:");
        assertThat(read("present/README.txt")).as("not over")
                .contains("are as of " + new DateText(new Texts(Locale.ENGLISH), ZoneOffset.UTC)
                        .day(LocalDate.ofInstant(CommandsOverFakes.NOW, ZoneOffset.UTC)) + ":");
        try (var book = new ReadableWorkbook(folder.resolve("sept/month-end-2026-09.xlsx").toFile())) {
            String about = book.findSheet("About").orElseThrow().read().toString();
            assertThat(about.split("Status and amount due as of 30 Sep 2026", -1)).as("invoices and bills").hasSize(3);
            assertThat(about.split("\"As of 30 Sep 2026", -1)).as("aged and open items, both sides").hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q3", "2026-q3", "2026-T3", "2026-3T", "2026-K3"})
    void aQuarterIsPackedAsAMonthIs(String quarter) throws IOException {
        pack(quarter, "third");

        assertThat(folder.resolve("third/quarter-end-2026-Q3.xlsx")).isNotEmptyFile();
        assertThat(read("third/invoices.csv")).contains("INV/2026/0001", "INV/2026/0007").hasLineCount(3);
        assertThat(read("third/aged-receivable.csv")).contains("790.50");
        assertThat(read("third/README.txt")).contains("Quarter-end pack of 2026-Q3");
        pack("2026-Q2", "second");
        assertThat(read("second/invoices.csv")).hasLineCount(1);
    }
}
