package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The overview of a past day, checked by hand and held against the aged list, customers and statements of that day. */
class OverviewAsOfTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ACME = "aaaa1111";
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");
    private static final Ref ANN = new Ref(7, "Ann");

    private final CommandsOverFakes bench = new CommandsOverFakes();
    /** Of what is booked next. */
    private Ref currency = EUR;

    @BeforeEach
    void whatHappened() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        // paid 71 days after its date, 41 days late
        invoice(1, ANN, "2026-07-01", "2026-07-31", "100", "0", 501L);
        payment(11, ANN, "2026-09-10", "-100", 501L);
        // paid in two parts, one of them after the end of September
        invoice(2, ANN, "2026-08-10", "2026-09-09", "200", "0", 502L, 503L);
        payment(12, ANN, "2026-09-20", "-50", 502L);
        payment(13, ANN, "2026-10-15", "-150", 503L);
        invoice(3, ANN, "2026-09-25", "2026-10-25", "300", "300");
        invoice(4, new Ref(8, "Bob"), "2026-10-05", "2026-11-04", "400", "400");
        item(5, 50, MoveType.VENDOR_BILL, true, new Ref(9, "Wood"), "2026-09-01", "2026-10-01", "-80", "0", 504L);
        item(14, 0, null, true, new Ref(9, "Wood"), "2026-11-01", "2026-11-01", "80", "0", 504L);
        document(106, ANN, "2025-09-30", "2025-10-30", "1000", "0");
        document(107, ANN, "2025-10-01", "2025-10-30", "5000", "0");
        currency = USD;
        invoice(21, ANN, "2026-08-20", "2026-09-19", "700", "700");
        // paid after the end of September
        invoice(22, new Ref(10, "Cleo"), "2026-07-15", "2026-08-14", "90", "0", 505L);
        payment(23, new Ref(10, "Cleo"), "2026-10-01", "-90", 505L);
        item(24, 54, MoveType.VENDOR_BILL, true, new Ref(9, "Wood"), "2026-09-05", "2026-10-05", "-60", "-60");
    }

    private void invoice(long id, Ref partner, String date, String due, String total, String open,
            Long... partials) {
        document(100 + id, partner, date, due, total, open);
        item(id, 100 + id, MoveType.CUSTOMER_INVOICE, false, partner, date, due, total, open, partials);
    }

    private void document(long id, Ref partner, String date, String due, String total, String open) {
        Invoice one = Invoices.invoice(id, "N" + id, MoveType.CUSTOMER_INVOICE, MoveState.POSTED, partner, total, open,
                currency, List.of());
        LocalDate day = LocalDate.parse(date);
        bench.reader.put(ACME, new Invoice(id, one.writeDate(), one.number(), one.type(), one.state(),
                one.paymentState(), one.parties(), one.booking(), new Invoice.Dates(day, day, LocalDate.parse(due)),
                one.amounts(), one.otherInfo(), one.lines()));
    }

    private void payment(long id, Ref partner, String date, String amount, long partial) {
        item(id, 0, null, false, partner, date, date, amount, "0", partial);
    }

    private void item(long id, long invoice, @Nullable MoveType type, boolean payable, Ref partner, String date,
            String due, String amount, String open, Long... partials) {
        LocalDate day = LocalDate.parse(date);
        bench.reader.putOwed(ACME, new OwedItem(id, invoice,
                new OwedItem.Entry(id, type, "N" + id, "", ""), payable, new Ref(1, "Mine"), partner, currency,
                new OwedItem.Dates(day, LocalDate.parse(due), invoice == 0 ? null : day), new BigDecimal(amount),
                new BigDecimal(open), new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)),
                List.of(partials)));
    }

    private List<JsonNode> rows(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before).lines().map(JSON::readTree).toList();
    }

    private List<JsonNode> overview(String question, String day) {
        return rows("overview", "--as-of", day, "--json").stream()
                .filter(row -> row.get("question").asString().equals(question)).toList();
    }

    /** The same in a currency that is not the one of most documents. */
    private List<JsonNode> overview(String question, String day, Ref in) {
        return rows("overview", "--as-of", day, "--currency", in.name(), "--json").stream()
                .filter(row -> row.get("question").asString().equals(question)).toList();
    }

    private JsonNode figure(String key, String day) {
        return figure(key, day, EUR);
    }

    private JsonNode figure(String key, String day, Ref in) {
        return overview("figure", day, in).stream().filter(row -> row.get("key").asString().equals(key)).findFirst()
                .orElseThrow();
    }

    /** A decimal of a row without the zeros at its end; null where the row has none. */
    private static @Nullable String plain(JsonNode row, String field) {
        return row.get(field).isNull()
                ? null
                : new BigDecimal(row.get(field).asString()).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal sum(List<JsonNode> rows, String field) {
        return rows.stream().map(row -> new BigDecimal(row.get(field).asString())).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    @Test
    void whatWasOpenAndLateIsThatOfTheDay() {
        assertThat(plain(figure("outstanding", "2026-09-30"), "amount")).isEqualTo("450");
        assertThat(plain(figure("overdue", "2026-09-30"), "amount")).isEqualTo("150");
        assertThat(plain(figure("overdue", "2026-09-30"), "number")).isEqualTo("21");
        assertThat(plain(figure("outstanding", "2026-09-05"), "amount")).isEqualTo("300");
        assertThat(sum(overview("payable", "2026-09-30"), "amount")).isEqualByComparingTo("80");
        assertThat(sum(overview("payable", "2026-11-01"), "amount")).isZero();
        assertThat(plain(figure("outstanding", "2026-09-30", USD), "amount")).isEqualTo("790");
        assertThat(plain(figure("overdue", "2026-09-30", USD), "number")).isEqualTo("47");
        assertThat(plain(figure("outstanding", "2026-10-01", USD), "amount")).isEqualTo("700");
    }

    @Test
    void monthsEndWithThatOfTheDayUpToTheSameDayOfBothYears() {
        assertThat(overview("month", "2026-09-30")).hasSize(12).last().satisfies(row -> {
            assertThat(row.get("key").asString()).isEqualTo("2026-09");
            assertThat(plain(row, "amount")).isEqualTo("300");
            assertThat(plain(row, "year_before")).isEqualTo("1000");
        });
        assertThat(overview("month", "2026-09-24")).last().satisfies(row -> {
            assertThat(plain(row, "amount")).isEqualTo("0");
            assertThat(plain(row, "year_before")).isEqualTo("0");
        });
    }

    @Test
    void expectedIsWhatWasOpenThenByHowCustomersHadPaidUntilThen() {
        List<JsonNode> weeks = overview("expected_cash", "2026-09-30");

        assertThat(weeks.getFirst().get("key").asString()).isEqualTo("2026-09-30");
        // the rest of INV/2 is due already; 41 days after its due date is 20 October, in the third week
        assertThat(plain(weeks.getFirst(), "best")).isEqualTo("150");
        assertThat(plain(weeks.getFirst(), "amount")).isEqualTo("0");
        assertThat(plain(weeks.get(2), "amount")).isEqualTo("150");
        // INV/3: 25 October at best, 5 December as usual
        assertThat(plain(weeks.get(3), "best")).isEqualTo("300");
        assertThat(plain(weeks.get(9), "amount")).isEqualTo("300");
        assertThat(sum(weeks, "worst")).isEqualByComparingTo("450");
        // INV/2 was paid in October: 66 days after its date
        assertThat(plain(overview("customer", "2026-09-30").getFirst(), "number")).isEqualTo("71");
        assertThat(overview("customer", "2026-10-31").stream()
                .filter(row -> row.get("name").asString().equals("Ann")).map(row -> plain(row, "number")))
                .containsExactly("68.5");
    }

    @Test
    void whatWasToBeReviewedThenIsNotKnownAndLeftOut() {
        assertThat(overview("figure", "2026-09-30")).extracting(row -> row.get("key").asString())
                .contains("days_to_get_paid").doesNotContain("to_review");
        assertThat(overview("figure", "2026-11-23")).extracting(row -> row.get("key").asString())
                .contains("to_review");
        assertThat(bench.run("overview", "--as-of", "2026-09-30")).isZero();
        assertThat(bench.terminal.output()).contains("EUR, documents in this currency, 30 Sep 2026\n"
                + "Documents count as they are in the books today. What was owed counts by accounting date, what was "
                + "invoiced by invoice date.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-31", "2026-09-10", "2026-09-30", "2026-10-15", "2026-11-23"})
    void itIsTheAgedListTheCustomersAndTheStatementsOfThatDay(String day) {
        for (Ref in : List.of(EUR, USD)) {
            isTheAgedList(day, in);
            areTheCustomersAndStatements(day, in);
        }
    }

    private void isTheAgedList(String day, Ref in) {
        for (String side : List.of("receivable", "payable")) {
            List<JsonNode> aged = "payable".equals(side)
                    ? rows("aged", "--payable", "--as-of", day, "--currency", in.name(), "--json")
                    : rows("aged", "--as-of", day, "--currency", in.name(), "--json");
            assertThat(overview(side, day, in)).isNotEmpty().allSatisfy(age -> {
                String bucket = age.get("key").asString();
                assertThat(plain(age, "amount")).as(side + " " + bucket)
                        .isEqualTo(sum(aged, bucket).stripTrailingZeros().toPlainString());
            });
        }
    }

    private void areTheCustomersAndStatements(String day, Ref in) {
        List<JsonNode> customers = rows("customers", "--as-of", day, "--currency", in.name(), "--json");
        List<JsonNode> owing = overview("customer", day, in);
        assertThat(owing).isNotEmpty().extracting(row -> row.get("key").asString())
                .containsExactlyInAnyOrderElementsOf(customers.stream()
                        .filter(row -> new BigDecimal(row.get("balance").asString()).signum() > 0)
                        .map(row -> row.get("partner_id").asString()).toList());
        for (JsonNode customer : owing) {
            assertThat(customers).anySatisfy(row -> {
                assertThat(row.get("partner_id").asString()).isEqualTo(customer.get("key").asString());
                assertThat(plain(row, "balance")).isEqualTo(plain(customer, "amount"));
                assertThat(plain(row, "overdue")).isEqualTo(plain(customer, "overdue"));
                assertThat(plain(row, "pays_after")).isEqualTo(plain(customer, "number"));
            });
            assertThat(rows("statement", customer.get("name").asString(), "--as-of", day, "--currency", in.name(),
                    "--json")).last()
                    .satisfies(row -> assertThat(new BigDecimal(row.get("balance").asString()))
                            .isEqualByComparingTo(customer.get("amount").asString()));
        }
    }

    @Test
    void aDayToComeIsRefusedAndSoIsWhatIsNoDay() {
        assertThat(bench.run("overview", "--as-of", "2026-11-24")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("What is after --as-of is a day to come");
        assertThat(bench.run("overview", "--as-of", "whenever")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("What is after --as-of is not a day.");
    }
}
