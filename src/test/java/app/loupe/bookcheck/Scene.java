package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import testkit.cli.FakeReader;

/** Books of one connection for a check, made document by document. */
final class Scene {
    static final ConnectionId ID = new ConnectionId("aaaa1111");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Ref EUR = new Ref(1, "EUR");

    final FakeReader reader = new FakeReader();
    @Nullable
    LocalDate since;
    @Nullable
    Instant synced = Instant.parse("2026-11-23T08:00:00Z");
    private long last;

    /** A document; what is not said is ordinary. */
    final class Doc {
        private final long id = ++last;
        private final String number;
        private MoveType type = MoveType.CUSTOMER_INVOICE;
        private MoveState state = MoveState.POSTED;
        private PaymentState payment = PaymentState.NOT_PAID;
        private Presence presence = Presence.PRESENT;
        private Ref partner = new Ref(7, "Deco Addict");
        private Ref company = new Ref(1, "My Company");
        private Ref journal = new Ref(3, "Customer Invoices");
        private Ref currency = EUR;
        private Ref companys = EUR;
        private @Nullable Ref reversed;
        private @Nullable LocalDate date = LocalDate.of(2026, 9, 1);
        private @Nullable LocalDate accounting;
        private @Nullable LocalDate due = LocalDate.of(2026, 10, 1);
        private String ref = "";
        private String untaxed = "100.00";
        private String tax = "0.00";
        private @Nullable String total;
        private @Nullable String open;
        private final List<MoveLine> lines = new ArrayList<>();

        Doc(String number) {
            this.number = number;
        }

        Doc type(MoveType one) {
            type = one;
            return this;
        }

        Doc state(MoveState one) {
            state = one;
            return this;
        }

        Doc payment(PaymentState one) {
            payment = one;
            return this;
        }

        Doc presence(Presence one) {
            presence = one;
            return this;
        }

        Doc partner(long partnerId, String name) {
            partner = new Ref(partnerId, name);
            return this;
        }

        Doc company(long companyId) {
            company = new Ref(companyId, "Company " + companyId);
            return this;
        }

        Doc journal(long journalId) {
            journal = new Ref(journalId, "Journal " + journalId);
            return this;
        }

        Doc currency(String code) {
            currency = new Ref(code.equals("EUR") ? 1 : 2, code);
            return this;
        }

        /** In this currency, which is the company's, too. */
        Doc books(String code) {
            companys = new Ref(3, code);
            currency = companys;
            return this;
        }

        Doc reverses(long invoice) {
            reversed = new Ref(invoice, "INV");
            return this;
        }

        Doc on(String day) {
            date = LocalDate.parse(day);
            due = date;
            return this;
        }

        Doc undated() {
            date = null;
            accounting = null;
            return this;
        }

        Doc booked(String day) {
            accounting = LocalDate.parse(day);
            return this;
        }

        Doc due(String day) {
            due = LocalDate.parse(day);
            return this;
        }

        Doc ref(String text) {
            ref = text;
            return this;
        }

        Doc comesTo(String net, String ofTax) {
            untaxed = net;
            tax = ofTax;
            return this;
        }

        Doc total(String gross) {
            total = gross;
            return this;
        }

        /** So much is open; of one that is not said, all. */
        Doc open(String residual) {
            open = residual;
            return this;
        }

        Doc line(LineKind kind, String subtotal) {
            lines.add(make(kind, subtotal, null, "0", "0"));
            return this;
        }

        /** A rounding of 16 and later has only its booking, which is credited on a customer's invoice. */
        Doc rounding(String printed, @Nullable Ref ofTax) {
            lines.add(make(LineKind.ROUNDING, "0", ofTax, "0", printed));
            return this;
        }

        Doc tax(long tax, String base, String printed) {
            lines.add(make(LineKind.TAX, "0", new Ref(tax, "VAT"), base, printed));
            return this;
        }

        private MoveLine make(LineKind kind, String subtotal, @Nullable Ref ofTax, String base, String printed) {
            var amount = new BigDecimal(subtotal);
            BigDecimal booked = type.printed(new BigDecimal(printed));
            return new MoveLine(id * 100 + lines.size(), Instant.EPOCH, JournalEntry.of(new Ref(id, number), state),
                    kind, lines.size(), "", new MoveLine.Price(null, null, BigDecimal.ONE, amount, BigDecimal.ZERO,
                            amount, amount),
                    new MoveLine.Taxes(List.of(), ofTax, null, new BigDecimal(base)),
                    new MoveLine.Posting(null, null, company, currency, BigDecimal.ZERO, BigDecimal.ZERO, booked,
                            booked, BigDecimal.ZERO, BigDecimal.ZERO),
                    date, null, Matching.NONE);
        }

        /** Puts it into the books. */
        long put() {
            var net = new BigDecimal(untaxed);
            var ofTax = new BigDecimal(tax);
            BigDecimal gross = total == null ? net.add(ofTax) : new BigDecimal(total);
            BigDecimal residual = open == null ? gross : new BigDecimal(open);
            reader.put(ID.value(), new Invoice(id, Instant.EPOCH, number, type, state, payment,
                    new Invoice.Parties(partner, partner, partner.name()),
                    new Invoice.Booking(company, currency, companys, journal, null, null, reversed, null),
                    new Invoice.Dates(date, accounting == null ? date : accounting, due),
                    new Invoice.Amounts(net, ofTax, gross, residual,
                            new Invoice.SignedAmounts(net, gross, residual)),
                    new Invoice.OtherInfo(ref, "", "", false, false, ""), lines), presence);
            return id;
        }
    }

    Doc doc(String number) {
        return new Doc(number);
    }

    /** Posted customer invoices of these numbers. */
    void numbers(String... numbers) {
        for (String number : numbers) {
            doc(number).put();
        }
    }

    /** The receivable item of an invoice. */
    void instalment(long invoice, MoveType type, String amount, String open, Long... partials) {
        item(invoice, type, invoice, "INV", "2026-09-01", amount, open, 1, partials);
    }

    /** An item of a payment. */
    void payment(long entry, String day, String amount, String open, Long... partials) {
        item(0, null, 9_000 + entry, "PAY/" + entry, day, amount, open, 1, partials);
    }

    /** An item of an entry that is neither invoice nor payment. */
    void entry(String number) {
        entry(1, number);
    }

    /** The same of this company. */
    void entry(long company, String number) {
        item(0, null, ++last + 50_000, number, "2026-09-01", "0", "0", company);
    }

    private void item(long invoice, @Nullable MoveType type, long entry, String number, String day, String amount,
            String open, long company, Long... partials) {
        LocalDate date = LocalDate.parse(day);
        boolean payable = type != null && !type.isSale();
        reader.putOwed(ID.value(), new OwedItem(++last + 70_000, invoice,
                new OwedItem.Entry(entry, type, number, "Bank", ""), payable, new Ref(company, "Company"),
                new Ref(7, "Deco Addict"), EUR, new OwedItem.Dates(date, date, null), new BigDecimal(amount),
                new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)), List.of(partials)));
    }

    BookFindings check() {
        return check(TODAY);
    }

    /** The same on another day. */
    BookFindings check(LocalDate today) {
        try {
            return BookCheck.of(reader,
                    new ConnectionProfile(ID, ConnectionProfile.Kind.ODOO, "Acme", since, null, "19.0", synced),
                    today, (count, of) -> {}, new CancelToken());
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    List<Finding> found(FindingKind kind) {
        return check().findings().stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** What is said of each finding of a kind. */
    List<String> said(FindingKind kind) {
        var words = new FindingWords(new Texts(Locale.ENGLISH), ZoneOffset.UTC);
        return found(kind).stream().map(words::said).map(text -> text.replace("\u00a0", "")).toList();
    }
}
