package app.loupe.export;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveState;
import app.loupe.domain.Ref;
import app.loupe.review.Settlement;
import app.loupe.review.TaxSummary;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * Draws what an invoice comes to: untaxed, each tax group with its base, total, what settled it, and what is still due; in a
 * foreign currency also what it comes to in that of its company, as Odoo booked it.
 */
final class InvoiceTotalsTable {
    private static final float SHARE_OF_PAGE = 0.55f;
    private static final float[] WIDTHS = {3, 2};
    private static final float ABOVE = 10;

    private final Paper paper;
    private final Texts texts;
    private final SettlementWords words;
    private final InvoiceCopy copy;
    private final MoneyText money;
    private final PdfPTable table = new PdfPTable(2);
    private final float room;

    InvoiceTotalsTable(Paper paper, Texts texts, DateText dates, InvoiceCopy copy) {
        this.paper = paper;
        this.texts = texts;
        this.words = new SettlementWords(texts, dates);
        this.copy = copy;
        this.money = new MoneyText(texts);
        this.room = paper.width() * SHARE_OF_PAGE * WIDTHS[1] / (WIDTHS[0] + WIDTHS[1]);
    }

    void draw() {
        table.setWidths(WIDTHS);
        table.setWidthPercentage(100 * SHARE_OF_PAGE);
        table.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.setSpacingBefore(ABOVE);
        table.setKeepTogether(true);
        Invoice invoice = copy.invoice();
        row(texts.get("invoices.detail.untaxed"), invoice.amounts().untaxed(), Paper.NOTE);
        TaxSummary taxes = TaxSummary.of(invoice);
        taxes.groups().forEach(group -> row(name(group), group.amount(), Paper.NOTE));
        if (taxes.rest().signum() != 0) {
            row(texts.get("invoices.detail.other-tax"), taxes.rest(), Paper.NOTE);
        }
        row(texts.get("invoices.detail.total"), invoice.amounts().total(), Paper.STRONG);
        copy.settlements().forEach(this::settlement);
        String due = texts.get("invoices.detail.amount-due");
        if (invoice.state() == MoveState.POSTED) {
            row(due, invoice.amounts().residual(), Paper.STRONG);
        } else {
            // nobody owes a draft
            cells(due, "—", Paper.STRONG);
        }
        Ref own = invoice.booking().companyCurrency();
        if (own != null && !own.equals(invoice.booking().currency())) {
            CompanyAmounts booked = CompanyAmounts.of(invoice);
            booked("untaxed", booked.untaxed(), own);
            booked("tax", booked.tax(), own);
            booked("total", booked.total(), own);
        }
        paper.add(table);
    }

    private String name(TaxSummary.Group group) {
        return group.base().map(base -> texts.get("paper.tax-on", group.name(), format(base))).orElse(group.name());
    }

    private void booked(String key, @Nullable BigDecimal signed, Ref own) {
        if (signed != null) {
            // Odoo signs it as what comes in: the other side of what is booked
            BigDecimal amount = copy.invoice().type().printed(signed.negate());
            cells(texts.get("paper.company." + key), money.format(amount, own.name()), Paper.NOTE);
        }
    }

    private void settlement(Settlement settlement) {
        String more = words.more(settlement);
        String what = more.isBlank() ? words.what(settlement) : words.what(settlement) + "\n" + more;
        // a credit note has its amounts without a sign, as Odoo prints it
        BigDecimal amount = settlement.kind().isDifference()
                ? settlement.amount(copy.invoice().type())
                : settlement.payment().amount();
        cells(what, money.format(amount, settlement.currency()), Paper.NOTE);
    }

    private void row(String name, BigDecimal amount, PaperFonts.Type type) {
        cells(name, format(amount), type);
    }

    private String format(BigDecimal amount) {
        Ref currency = copy.invoice().booking().currency();
        return money.format(amount, Ref.nameOf(currency));
    }

    private void cells(String name, String amount, PaperFonts.Type type) {
        PdfPCell figure = paper.figure(amount, type.strong() ? Paper.STRONG : Paper.TEXT, room);
        table.addCell(Paper.lined(paper.cell(name, type)));
        table.addCell(Paper.lined(figure));
    }
}
