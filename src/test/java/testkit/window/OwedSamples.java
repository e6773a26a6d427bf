package testkit.window;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is owed in the mock-ups of a customer's page and of the aged list. */
public final class OwedSamples {
    /** The customer of the mock-up. */
    public static final Ref BRIGHTWATER = new Ref(7, "Brightwater Hotels");
    /** Another one, who owes in another currency. */
    public static final Ref READY_MAT = new Ref(11, "Ready Mat");
    /** A vendor. */
    public static final Ref PRINT = new Ref(31, "Harbour Print");
    /** The currency of most. */
    public static final Ref EUR = new Ref(1, "EUR");
    /** Another one. */
    public static final Ref USD = new Ref(2, "USD");
    private static final Ref COMPANY = new Ref(1, "Acme Trading");

    private final List<OwedItem> items = new ArrayList<>();

    private OwedSamples() {}

    /** All of them, in one connection. */
    public static void all(FakeReader reader, ConnectionId connection) {
        var samples = new OwedSamples();
        samples.brightwater();
        samples.others();
        reader.owed.put(connection, List.copyOf(samples.items));
        reader.partners.put(BRIGHTWATER.id(), new Partner(BRIGHTWATER.id(), Instant.EPOCH, BRIGHTWATER.name(), null,
                null, true, true, "FR40303265045", "", new Partner.Contact("accounts@brightwater.example", "",
                        new Partner.Address("4 Quai du Port", "", "13002", "Marseille", new Ref(75, "France"))),
                0));
    }

    /** All of them, and one with large sums of every age, who is owed as much. */
    public static void large(FakeReader reader, ConnectionId connection, String name) {
        all(reader, connection);
        var samples = new OwedSamples();
        samples.items.addAll(reader.owed.get(connection));
        var large = new Ref(12, name);
        int number = 2000;
        for (String date : List.of("2025-02-03", "2026-05-03", "2026-08-03", "2026-09-03", "2026-10-10",
                "2026-11-20")) {
            samples.invoice(number++, large, date, LocalDate.parse(date).plusDays(7).toString(), "1126552.18",
                    "1126552.18", USD);
            samples.item(20_000 + number, number + 7000L, MoveType.VENDOR_BILL, "BILL/2026/%05d".formatted(number),
                    "Purchases", true, new Ref(32, name), date, LocalDate.parse(date).plusDays(7).toString(), date,
                    "-1126552.18", "-1126552.18", USD);
        }
        reader.owed.put(connection, List.copyOf(samples.items));
    }

    /** All of them, and large sums of every age in three currencies from the customer of the mock-up. */
    public static void currencies(FakeReader reader, ConnectionId connection) {
        all(reader, connection);
        var samples = new OwedSamples();
        samples.items.addAll(reader.owed.get(connection));
        int number = 3000;
        for (Ref currency : List.of(USD, new Ref(3, "CHF"))) {
            for (String date : List.of("2025-02-03", "2026-08-03", "2026-09-03", "2026-10-10", "2026-11-20")) {
                samples.invoice(number++, BRIGHTWATER, date, LocalDate.parse(date).plusDays(7).toString(),
                        "1126552.18", "1126552.18", currency);
            }
        }
        reader.owed.put(connection, List.copyOf(samples.items));
    }

    private void brightwater() {
        invoice(911, BRIGHTWATER, "2026-07-03", "2026-08-02", "8400", "0", EUR, 1L);
        payment(1, BRIGHTWATER, "2026-08-04", "REF 8812", "-8400", "0", EUR, 1L);
        invoice(1022, BRIGHTWATER, "2026-09-15", "2026-10-15", "6200", "5890", EUR, 2L);
        credit(28, BRIGHTWATER, "2026-10-02", "-310", EUR, 2L);
        invoice(1098, BRIGHTWATER, "2026-10-20", "2026-11-19", "12400", "6200", EUR, 3L);
        payment(2, BRIGHTWATER, "2026-11-06", "partial payment", "-6200", "0", EUR, 3L);
        invoice(1184, BRIGHTWATER, "2026-11-18", "2026-12-18", "4820", "4820", EUR);
    }

    private void others() {
        Ref gemini = new Ref(8, "Gemini Furniture");
        invoice(1100, gemini, "2026-10-20", "2026-11-02", "6200", "6200", EUR);
        invoice(1101, gemini, "2026-11-20", "2026-12-20", "8600", "8600", EUR);
        Ref wood = new Ref(9, "Wood Corner");
        invoice(700, wood, "2026-07-20", "2026-08-01", "2204.75", "2204.75", EUR);
        invoice(701, wood, "2026-08-20", "2026-09-10", "2204.75", "2204.75", EUR);
        Ref azure = new Ref(10, Scripts.ARABIC.text() + " " + Scripts.ARABIC.text());
        invoice(800, azure, "2026-09-20", "2026-10-01", "1130", "1130", EUR);
        payment(5, azure, "2026-11-03", "on account", "-200", "-200", EUR);
        invoice(900, READY_MAT, "2026-11-10", "2026-12-10", "4965", "4965", USD);
        invoice(901, READY_MAT, "2026-01-10", "2026-02-10", "100", "0", EUR, 9L);
        payment(9, READY_MAT, "2026-02-20", "REF 12", "-100", "0", EUR, 9L);
        item(9001, 331, MoveType.VENDOR_BILL, "BILL/2026/00331", "Purchases", true, PRINT, "2026-10-01", "2026-10-31",
                "2026-10-01", "-780", "-780", EUR);
    }

    private void invoice(long number, Ref partner, String date, String due, String amount, String open, Ref currency,
            Long... partials) {
        item(10 * number, number, MoveType.CUSTOMER_INVOICE, "INV/2026/%05d".formatted(number), "Invoices", false,
                partner, date, due, date, amount, open, currency, partials);
    }

    private void credit(long number, Ref partner, String date, String amount, Ref currency, Long... partials) {
        item(10 * number + 1, 5_000 + number, MoveType.CREDIT_NOTE, "RINV/2026/%05d".formatted(number), "Invoices",
                false, partner, date, date, date, amount, "0", currency, partials);
    }

    private void payment(long number, Ref partner, String date, String reference, String amount, String open,
            Ref currency, Long... partials) {
        item(100_000 + number, 0, null, "BNK1/2026/%05d".formatted(number), "Bank", false, partner, date, null, null,
                amount, open, currency, partials);
        OwedItem last = items.removeLast();
        items.add(new OwedItem(last.id(), 0,
                new OwedItem.Entry(last.entry().id(), null, last.number(), "Bank", reference), false, last.company(),
                last.partner(), last.currency(), last.dates(), last.amount(), last.open(), last.booked(),
                last.partials()));
    }

    private void item(long id, long invoice, @Nullable MoveType type, String number, String journal, boolean payable,
            Ref partner, String date, @Nullable String due, @Nullable String invoiced, String amount, String open,
            Ref currency, Long... partials) {
        items.add(new OwedItem(id, invoice, new OwedItem.Entry(id + 500_000, type, number, journal, ""), payable,
                COMPANY, partner, currency,
                new OwedItem.Dates(LocalDate.parse(date), due == null ? null : LocalDate.parse(due),
                        invoiced == null ? null : LocalDate.parse(invoiced)),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(type == null ? null : EUR, booked(amount, currency), booked(open, currency)),
                List.of(partials)));
    }

    /** At two dollars a euro. */
    private static BigDecimal booked(String amount, Ref currency) {
        return currency.equals(USD) ? new BigDecimal(amount).divide(BigDecimal.TWO) : new BigDecimal(amount);
    }
}
