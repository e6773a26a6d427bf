package app.loupe.export;

import app.loupe.domain.Money;
import app.loupe.domain.MoveState;
import app.loupe.review.Instalment;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * Draws the instalments of an invoice that has several: when each is due, how much it is, and what of it is open. Of a draft
 * nothing is owed, so that nothing of it is open either.
 */
final class InstalmentsTable {
    private static final float SHARE_OF_PAGE = 0.55f;
    private static final float ABOVE = 10;

    private final Paper paper;
    private final Texts texts;
    private final DateText dates;
    private final InvoiceCopy copy;
    private final MoneyText money;
    private final float room;

    InstalmentsTable(Paper paper, Texts texts, DateText dates, InvoiceCopy copy) {
        this.paper = paper;
        this.texts = texts;
        this.dates = dates;
        this.copy = copy;
        this.money = new MoneyText(texts);
        this.room = paper.width() * SHARE_OF_PAGE / 3;
    }

    void draw() {
        if (copy.due().instalments().isEmpty()) {
            return;
        }
        var table = new PdfPTable(3);
        table.setWidthPercentage(100 * SHARE_OF_PAGE);
        table.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.setSpacingBefore(ABOVE);
        table.setHeaderRows(1);
        for (PdfPCell head : List.of(paper.cell(texts.get("invoices.instalments.due"), Paper.HEAD),
                paper.figure(texts.get("invoices.instalments.amount"), Paper.HEAD, room),
                paper.figure(texts.get("invoices.instalments.open"), Paper.HEAD, room))) {
            head.setBackgroundColor(Paper.TINT);
            table.addCell(Paper.lined(head));
        }
        boolean owed = copy.invoice().state() == MoveState.POSTED;
        for (Instalment one : copy.due().instalments()) {
            LocalDate due = one.due();
            table.addCell(Paper.lined(paper.cell(due == null ? "—" : dates.day(due), Paper.TEXT)));
            table.addCell(Paper.lined(paper.figure(format(one.amount()), Paper.TEXT, room)));
            table.addCell(Paper.lined(paper.figure(owed ? format(one.open()) : "—", Paper.TEXT, room)));
        }
        paper.add(table);
    }

    /** Unsigned, as all amounts of the paper. */
    private String format(Money signed) {
        return money.format(copy.invoice().type().signed(signed.amount()), signed.currency());
    }
}
