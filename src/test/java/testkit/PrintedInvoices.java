package testkit;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import app.loupe.export.InvoiceCopy;
import app.loupe.export.InvoicePaper;
import app.loupe.review.Due;
import app.loupe.review.Settlement;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes invoices with all that can be on them, and puts them on paper. */
public final class PrintedInvoices {
    /** The foot of each. */
    public static final String FOOT = "From the copy of 26 Nov 2026 14:02 of Acme Trading, made with Loupe";

    private static final Ref COMPANY = new Ref(1, "Acme Trading");
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private PrintedInvoices() {}

    /** The PDF of a copy. */
    public static PdfFile paper(InvoiceCopy copy) {
        var out = new ByteArrayOutputStream();
        try {
            InvoicePaper.write(copy, new Texts(Locale.US), out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new PdfFile(out.toByteArray());
    }

    /** With sections, a note, a unit, a discount, two taxes, a payment, a credit note set off, and terms in HTML. */
    public static InvoiceCopy full() {
        List<MoveLine> lines = List.of(line(LineKind.SECTION, "Rooms"),
                product("Double room, sea side", "3", "240", "10", "648", "Nights"),
                product("Breakfast buffet for two persons, with everything that the season brings to the coast", "6",
                        "18.50", "0", "111", "Units"),
                line(LineKind.NOTE, "Late check-out until noon, as agreed on the phone."),
                line(LineKind.SECTION, "Meetings"), product("Projector", "1.5", "40", "0", "60", "Hours"),
                tax("VAT 21 %", "159.60"), tax("City tax", "9"));
        Invoice invoice = invoice("INV/2026/01184", MoveType.CUSTOMER_INVOICE, "Brightwater Hotels", "EUR",
                new Invoice.Amounts(n("819"), n("168.60"), n("987.60"), n("387.60"), signed()), lines,
                "<p>Payable within <b>30 days</b>.</p><p>Bank: NL91 ABNA 0417 1643 00 &amp; nowhere else.</p>");
        return new InvoiceCopy(invoice, InvoiceStatus.PARTLY_PAID, on(invoice.dates().due()),
                List.of(settlement(Settlement.Kind.PAID, "", "500", LocalDate.of(2026, 11, 6), "Bank"),
                        settlement(Settlement.Kind.SET_OFF, "RINV/2026/00028", "100", LocalDate.of(2026, 11, 9), "")),
                List.of(), Optional.of(partner("Brightwater Hotels", "4 Quai du Port", "13002", "Marseille", "France",
                        "FR40303265045")),
                Optional.of(Partners.own(COMPANY.id(),
                        partner("Acme Trading BV", "12 Ledger Lane", "3511 AB", "Utrecht", "Netherlands",
                                "NL004495445B01"))),
                FOOT);
    }

    /** Three hundred lines. */
    public static InvoiceCopy long300() {
        var lines = new ArrayList<MoveLine>();
        for (int i = 1; i <= 300; i++) {
            lines.add(product("Article number " + i + (i % 7 == 0 ? ", with a second line\nof description" : ""), "1",
                    "10", "0", "10", null));
        }
        return plain("INV/2026/02000", "Long List Ltd", "EUR", "3000", lines);
    }

    /** From right to left: Arabic names and lines, and Hebrew ones. */
    public static InvoiceCopy rightToLeft() {
        return plain("فاتورة/2026/0007", "شركة النور للتجارة العامة", "AED", "1250.75",
                List.of(line(LineKind.SECTION, "خدمات الاستشارة"),
                        product("استشارة قانونية لمدة 3 ساعات في دبي، مع تقرير مكتوب باللغة العربية ونسخة مترجمة", "3",
                                "400.25", "0", "1200.75", "ساعة"),
                        product("ייעוץ משפטי (שעה אחת)", "1", "50", "0", "50", "שעה")));
    }

    /** In yen, which has no decimals, with Chinese, Japanese and Korean words. */
    public static InvoiceCopy eastAsian() {
        return plain("請求書/2026/0012", "株式会社ライトハウス", "JPY", "1500000",
                List.of(product("年間保守契約（令和八年四月から令和九年三月まで）、電話とメールによるサポートを含みます。", "1", "1000000", "0", "1000000",
                        "年"), product("简体中文文档", "2", "150000", "0", "300000", "份"),
                        product("한국어 번역", "1", "200000", "0", "200000", "건")));
    }

    /** A draft with nothing on it. */
    public static InvoiceCopy emptyDraft() {
        Invoice invoice = new Invoice(9, Instant.EPOCH, "/", MoveType.VENDOR_BILL, MoveState.DRAFT,
                PaymentState.NOT_PAID, new Invoice.Parties(null, null, ""),
                new Invoice.Booking(null, null, null, null, null, null, null, null),
                new Invoice.Dates(null, null, null),
                new Invoice.Amounts(ZERO, ZERO, ZERO, ZERO, signed()),
                new Invoice.OtherInfo("", "", "", false, false, ""), List.of());
        return new InvoiceCopy(invoice, InvoiceStatus.DRAFT, on(null), List.of(), List.of(), Optional.empty(),
                Optional.empty(), FOOT);
    }

    private static InvoiceCopy plain(String number, String partner, String currency, String total,
            List<MoveLine> lines) {
        return new InvoiceCopy(
                invoice(number, MoveType.CUSTOMER_INVOICE, partner, currency,
                        new Invoice.Amounts(n(total), ZERO, n(total), n(total), signed()), lines, ""),
                InvoiceStatus.UNPAID, on(LocalDate.of(2026, 11, 19)), List.of(), List.of(), Optional.empty(),
                Optional.empty(),
                FOOT);
    }

    private static Invoice invoice(String number, MoveType type, String partner, String currency,
            Invoice.Amounts amounts, List<MoveLine> lines, String narration) {
        var who = new Ref(7, partner);
        var money = new Ref(2, currency);
        return new Invoice(1, Instant.EPOCH, number, type, MoveState.POSTED, PaymentState.PARTIAL,
                new Invoice.Parties(who, who, partner),
                new Invoice.Booking(COMPANY, money, money, null, new Ref(3, "Zoë Møller"), new Ref(4, "30 days"), null,
                        new Ref(5, "NL91 ABNA 0417 1643 00")),
                new Invoice.Dates(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 19)),
                amounts, new Invoice.OtherInfo("PO 7001", number, "S00042", true, false, narration), lines);
    }

    private static Settlement settlement(Settlement.Kind kind, String document, String amount, LocalDate date,
            String label) {
        return new Settlement(kind, document, new Payment(date, n(amount), label, "", 5, false), "EUR");
    }

    private static Partner partner(String name, String street, String zip, String city, String country, String vat) {
        return Partners.at(7, Instant.EPOCH, name, vat,
                new Partner.Address(street, "", zip, city, new Ref(8, country)));
    }

    private static MoveLine product(String label, String quantity, String price, String discount, String subtotal,
            @Nullable String unit) {
        return line(LineKind.PRODUCT, label,
                new MoveLine.Price(new Ref(3, label), unit == null ? null : new Ref(4, unit), n(quantity), n(price),
                        n(discount), n(subtotal), n(subtotal)),
                new MoveLine.Taxes(List.of(), null, null, ZERO), ZERO);
    }

    private static MoveLine tax(String group, String amount) {
        return line(LineKind.TAX, group, new MoveLine.Price(null, null, ZERO, ZERO, ZERO, ZERO, ZERO),
                new MoveLine.Taxes(List.of(), new Ref(5, group), new Ref(6, group), ZERO), n(amount).negate());
    }

    private static MoveLine line(LineKind kind, String label) {
        return line(kind, label, new MoveLine.Price(null, null, ZERO, ZERO, ZERO, ZERO, ZERO),
                new MoveLine.Taxes(List.of(), null, null, ZERO), ZERO);
    }

    private static MoveLine line(LineKind kind, String label, MoveLine.Price price, MoveLine.Taxes taxes,
            BigDecimal amountCurrency) {
        return new MoveLine(1, Instant.EPOCH, JournalEntry.of(new Ref(1, "INV"), MoveState.POSTED), kind, 10, label,
                price, taxes, new MoveLine.Posting(null, null, COMPANY, null, ZERO, ZERO, ZERO, amountCurrency, ZERO,
                        ZERO),
                null, null, Matching.NONE);
    }

    private static Invoice.SignedAmounts signed() {
        return new Invoice.SignedAmounts(ZERO, ZERO, ZERO);
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    /** All of it is due on one day; null for none. */
    private static Due on(@Nullable LocalDate day) {
        return new Due(day, Optional.empty(), 0, List.of());
    }
}
