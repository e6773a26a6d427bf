package app.loupe.review;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws invoices, lines and questions from few words and numbers, so that they meet each other often. */
final class RandomBooks {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final List<ConnectionId> CONNECTIONS = List.of(new ConnectionId("aaaa0000"), new ConnectionId("bbbb0000"));
    private static final List<String> WORDS = List.of("bill", "Paid", "prepaid", "Müller", "mueller", "muller", "Zoë",
            "Øst", "blue", "Straße", "novembre", "November", "May", "overdue", "Оплата", "株式会社", "x²", "É", "ab", "b",
            "372", "1.234,50", "İz", "ﬁn", "a\u0308rzte", "🧾bill", "bill🧾", "Оплатаpaid", "paidОплата", "社bill",
            "usd");
    private static final List<String> ASKED = List.of("status:paid", "paid", "overdue", "-overdue", "type:bill", "bill",
            "invoice", "refund", "may", "november 2026", "2026", "24 nov 2026", "last month", "this-year", ">100",
            "<=372", "100..400", "=0.5", "372", "1.234,50", "1234.5", "usd", "currency:eur", "-eur", "removed",
            "status:removed", "draft", "\"paid\"", "unpaid", "blocked", "cancelled", "99999999999999999999",
            "0.000000000000000000001", "date:2026-10", "q3", "date:q3", "Q4 2026", "overdue >30 <90", "overdue >60 EUR",
            "last quarter", "overdue >60", "late:30..90",
            "late:<120", "-late>60",
            "60 days late", "customer:bill", "vendor:mueller", "partner:zoe", "number:12", "ref:bill", "source:may",
            "vat:de8",
            "journal:bills", "company:union", "salesperson:zoe", "product:bill", "-product:ab", "due this week",
            "due:2026",
            "due next month", "between 100 and 400", "older than 60 days", "last 90 days", "between 1 nov and 28 feb",
            "yesterday", "receivable", "outstanding", "-outstanding", "outstanding bills", "-receivable",
            "credit notes of customers");
    private static final List<String> AMOUNTS = List.of("0", "0.5", "100.00", "372", "1234.50", "1234.567", "-372",
            "99999999999999999999", "0.000000000000000000001", "4e2", "9007199254740993", "12");

    private final SplittableRandom random;
    private long nextId = 1;

    RandomBooks(long seed) {
        random = new SplittableRandom(seed);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <E extends Enum<E>> E one(E[] all) {
        return all[random.nextInt(all.length)];
    }

    private String text() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> one(WORDS)).collect(Collectors.joining(" "));
    }

    private BigDecimal amount() {
        return random.nextInt(3) == 0
                ? BigDecimal.valueOf(random.nextInt(100_000), 2)
                : new BigDecimal(one(AMOUNTS.subList(0, random.nextInt(10) == 0 ? AMOUNTS.size() : 7)));
    }

    private @Nullable LocalDate date() {
        return random.nextInt(8) == 0 ? null : TODAY.minusDays(random.nextInt(-90, 500));
    }

    List<InvoiceRow> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> row(new InvoiceKey(one(CONNECTIONS), nextId++))).toList();
    }

    /** Another day, of some. */
    private @Nullable LocalDate openSince(@Nullable LocalDate due) {
        LocalDate day = random.nextInt(3) == 0 ? date() : null;
        return Objects.equals(day, due) ? null : day;
    }

    InvoiceRow row(InvoiceKey key) {
        LocalDate due = date();
        return new InvoiceRow(key, random.nextInt(6) == 0 ? "" : "INV/2026/" + random.nextInt(1, 2000),
                one(MoveType.values()), random.nextBoolean() ? MoveState.POSTED : one(MoveState.values()),
                one(PaymentState.values()),
                new InvoiceRow.Partner(text(), random.nextInt(4), random.nextInt(4),
                        one(List.of("", "DE811907980", "ATU1"))),
                date(), due,
                new InvoiceRow.Amounts(one(List.of("EUR", "USD", "JPY", "KWD")), amount(), amount(), amount(),
                        amount(), openSince(due)),
                new InvoiceRow.Booking(one(List.of("", "Customer Invoices", "Vendor Bills")),
                        one(List.of("EUR", "USD")), amount(), amount(), amount()),
                new InvoiceRow.OtherInfo(text(), text(), text(), one(List.of("My Company", "Ünion", "union", "Zebra")),
                        one(List.of("", "Zoë Møller")), random.nextBoolean()),
                random.nextInt(4) > 0
                        ? InvoiceRow.Presence.PRESENT
                        : one(InvoiceRow.Presence.values()));
    }

    /** Some of them changed, and some new. */
    List<InvoiceRow> changed(List<InvoiceRow> rows) {
        var changed = new ArrayList<InvoiceRow>();
        rows.stream().filter(row -> random.nextInt(5) == 0).forEach(row -> changed.add(row(row.key())));
        changed.addAll(rows(random.nextInt(6)));
        return changed;
    }

    List<PrintedLine> lines(List<InvoiceRow> rows) {
        var lines = new ArrayList<PrintedLine>();
        for (int i = 0; i < rows.size() * 2; i++) {
            lines.add(new PrintedLine(one(rows).key(), one(List.of(LineKind.PRODUCT, LineKind.NOTE)), text(),
                    random.nextBoolean() ? null : new Ref(random.nextInt(1, 5), text()),
                    one(List.of("", "Units", "Hours")), amount(), amount(), amount(), amount()));
        }
        return lines;
    }

    InvoiceFilter filter() {
        String query = IntStream.range(0, random.nextInt(4)).mapToObj(i -> switch (random.nextInt(5)) {
            case 0 -> one(WORDS);
            case 1 -> "-" + one(WORDS);
            case 2 -> "\"" + text() + "\"";
            default -> one(ASKED);
        }).collect(Collectors.joining(" "));
        return new InvoiceFilter(some(List.of(MoveType.values())), some(List.of(StatusChoice.values())),
                random.nextInt(4) == 0 ? one(InvoicePeriod.Relative.values()) : InvoicePeriod.Relative.ALL,
                one(List.of("", "", "", "EUR")), InvoiceQuery.typed(query, Set.of("EUR", "USD", "JPY", "KWD")))
                .ofCompany(one(List.of("", "", "", "Zebra", "union")));
    }

    private <T> Set<T> some(List<T> all) {
        var some = new HashSet<T>();
        if (random.nextInt(4) == 0) {
            some.add(one(all));
            some.add(one(all));
        }
        return some;
    }

    InvoiceOrder order() {
        return new InvoiceOrder(one(InvoiceOrder.Column.values()), random.nextBoolean());
    }
}
