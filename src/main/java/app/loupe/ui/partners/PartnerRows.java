package app.loupe.ui.partners;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.AgedItem;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.Statement;
import app.loupe.review.ProductSales;
import app.loupe.review.ReviewRow;
import app.loupe.text.StatementText;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureCell;
import app.loupe.ui.common.FigureCell.Tone;
import app.loupe.ui.common.FigureColumn;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.FigureRow.Role;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words the lines of each part of a partner's page, with where they lead to. Any thread. */
final class PartnerRows {
    private final boolean payable;
    private final Wording wording;
    private final Navigator navigator;
    private final StatementText text;

    PartnerRows(boolean payable, Wording wording, Navigator navigator) {
        this.payable = payable;
        this.wording = wording;
        this.navigator = navigator;
        text = new StatementText(wording.shown(), wording.dates());
    }

    static List<FigureColumn> columns(Wording wording, boolean payable, PartnerQuestion.Part part) {
        return switch (part) {
            case STATEMENT -> List.of(FigureColumn.words("date", wording.get("statement.column.date")).leavingLast(1),
                    FigureColumn.document("document", wording.get("statement.column.document")),
                    FigureColumn.remark("about", wording.get("statement.column.about")).leaving(1),
                    FigureColumn.addend("amount", wording.get("statement.column.amount")),
                    FigureColumn.figure("balance", wording.get("statement.column.balance")));
            case OPEN -> List.of(FigureColumn.words("date", wording.get("statement.column.date")).leavingLast(1),
                    FigureColumn.document("document", wording.get("statement.column.document")),
                    FigureColumn.words("due", wording.get("statement.column.due")).leavingLast(2),
                    FigureColumn.figure("days", wording.get("statement.column.days")).leaving(1),
                    FigureColumn.figure("amount", wording.get("statement.column.amount")).leaving(2),
                    FigureColumn.figure("open", wording.get("statement.column.open")));
            case HISTORY -> List.of(FigureColumn.name("year", wording.get("statement.column.year")),
                    FigureColumn.figure("documents", wording.get("statement.column.documents")).leaving(1),
                    FigureColumn.addend("invoiced", wording.get(payable ? "statement.billed" : "statement.invoiced")),
                    FigureColumn.addend("settled", wording.get("statement.settled")),
                    FigureColumn.figure("balance", wording.get("statement.column.balance-then")));
            case PRODUCTS -> List.of(FigureColumn.name("product", wording.get("statement.column.product")),
                    FigureColumn.figure("quantity", wording.get("statement.column.quantity")).leaving(3),
                    FigureColumn.words("unit", wording.get("statement.column.unit")).leaving(2),
                    FigureColumn.figure("untaxed", wording.get("statement.column.untaxed")),
                    FigureColumn.figure("documents", wording.get("statement.column.documents")).leaving(1));
        };
    }

    List<FigureRow<Destination>> statement(PartnerQuestion question, PartnerAccount account) {
        Statement statement = account.statement();
        var rows = new ArrayList<FigureRow<Destination>>();
        rows.add(new FigureRow<>(Role.ENTRY, "opening", List.of(FigureCell.of(statement.from() == null
                ? ""
                : wording.dates().day(statement.from())), FigureCell.of(wording.get("statement.opening")),
                FigureCell.of(""), FigureCell.of(""), FigureCell.strong(money(statement.opening()))), null));
        for (Statement.Line line : statement.lines()) {
            Destination target = target(question, line.invoice());
            rows.add(new FigureRow<>(Role.ENTRY, List.of(line.entry().id(), line.event(), line.date()),
                    List.of(FigureCell.of(wording.dates().day(line.date())),
                            FigureCell.<Destination>of(text.inStatement(line.entry())).to(target),
                            FigureCell.muted(text.about(line.event(), line.entry(), line.settles(), line.due(),
                                    line.late(), line.amount().signum() < 0)),
                            FigureCell.of(money(line.amount())), FigureCell.strong(money(line.balance()))),
                    target));
        }
        return rows;
    }

    List<FigureRow<Destination>> open(PartnerQuestion question, PartnerAccount account) {
        List<AgedItem> items = account.open().stream().filter(aged -> switch (question.ages()) {
            case PartnerQuestion.Ages.All all -> true;
            case PartnerQuestion.Ages.Late late -> aged.bucket() != AgeBucket.NOT_DUE;
            case PartnerQuestion.Ages.Only only -> aged.bucket() == only.bucket();
        }).toList();
        var rows = new ArrayList<FigureRow<Destination>>();
        for (AgedItem aged : items) {
            OwedItem item = aged.item();
            Destination target = target(question, item.invoice());
            LocalDate due = item.dates().due();
            Money amount = Money.of(payable ? item.amount().negate() : item.amount(), item.currency());
            rows.add(new FigureRow<>(Role.ENTRY, item.id(),
                    List.of(FigureCell.of(wording.dates().day(item.dates().accounting())),
                            FigureCell.<Destination>of(text.document(item.entry())).to(target),
                            FigureCell.of(due == null ? "" : wording.dates().day(due)),
                            FigureCell.<Destination>of(aged.days() == 0 ? "" : Long.toString(aged.days()))
                                    .in(aged.days() == 0 ? Tone.PLAIN : Tone.LATE),
                            FigureCell.of(money(amount)),
                            FigureCell.strong((aged.exact() ? "" : PartnersRows.UNCERTAIN) + money(aged.owed()))),
                    target));
        }
        if (!rows.isEmpty()) {
            rows.add(total(List.of(FigureCell.strong(wording.get("statement.total")), FigureCell.of(""),
                    FigureCell.of(""), FigureCell.of(""), FigureCell.of(""),
                    FigureCell.strong(money(account.sum(items))))));
        }
        return rows;
    }

    List<FigureRow<Destination>> history(PartnerQuestion question, PartnerAccount account) {
        var rows = new ArrayList<FigureRow<Destination>>();
        for (PartnerAccount.Year year : account.years()) {
            Set<InvoiceKey> keys = new HashSet<>();
            account.everything().lines().stream()
                    .filter(line -> line.isInvoice() && line.date().getYear() == year.year())
                    .forEach(line -> keys.add(new InvoiceKey(question.connection(), line.invoice())));
            String name = Integer.toString(year.year());
            Destination target = invoices(name, keys);
            rows.add(new FigureRow<>(Role.ENTRY, year.year(),
                    List.of(FigureCell.<Destination>of(name).to(target),
                            FigureCell.<Destination>of(Integer.toString(year.documents())).to(target),
                            FigureCell.<Destination>of(money(year.invoiced())).to(target),
                            FigureCell.of(money(year.settled())), FigureCell.strong(money(year.balance()))),
                    target));
        }
        return rows;
    }

    List<FigureRow<Destination>> products(PartnerQuestion question, ProductSales sales) {
        return sales.boughtBy(question.connection(), question.partner()).stream()
                .map(share -> product(question, sales, share.sold(), share.bought())).toList();
    }

    private FigureRow<Destination> product(PartnerQuestion question, ProductSales sales, ProductSales.Sold sold,
            ProductSales.Bought bought) {
        String name = sold.name().isEmpty() ? wording.get("statement.no-product") : sold.name();
        Set<InvoiceKey> keys = new HashSet<>();
        LocalDate last = null;
        for (ReviewRow row : sales.rows(sold)) {
            if (row.row().partner().commercialId() == question.partner()) {
                keys.add(row.row().key());
                last = later(last, row.row().invoiceDate());
            }
        }
        Destination behind = invoices(name, keys);
        var page = new Destination.ProductPage(sold.connection(), sold.product(), payable,
                sold.untaxed().currency(), last);
        return new FigureRow<>(Role.ENTRY, List.of(sold.product(), sold.name(), sold.unit()), List.of(
                FigureCell.<Destination>of(name).to(sold.product() != 0 && navigator.offers(page) ? page : behind),
                FigureCell.<Destination>of(wording.money().number(bought.quantity())).to(behind),
                FigureCell.muted(sold.unit()), FigureCell.<Destination>strong(money(bought.untaxed())).to(behind),
                FigureCell.<Destination>of(Integer.toString(bought.invoices())).to(behind)), behind);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static FigureRow<Destination> total(List<FigureCell<Destination>> cells) {
        return new FigureRow<>(Role.TOTAL, "total", cells, null);
    }

    private @Nullable Destination invoices(String title, Set<InvoiceKey> keys) {
        return keys.isEmpty() ? null : new Destination.Invoices(title, keys);
    }

    private static @Nullable Destination target(PartnerQuestion question, long invoice) {
        return invoice == 0
                ? null
                : new Destination.OneInvoice(new InvoiceKey(question.connection(), invoice));
    }

    private String money(Money money) {
        return wording.money().format(money);
    }
}
