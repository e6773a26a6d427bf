package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.Money;
import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.Statement;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.StatementText;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * Puts the statement of a customer or vendor on paper, to be sent: who writes, to whom, every entry with the balance after it,
 * what is open by age, and where it is to be paid to. Each company and currency begins on a page of its own.
 */
public final class StatementPaper {
    private static final int FIGURES_FROM = 3;
    private static final float BETWEEN = 14;
    private static final float[] PAY_TO = {1, 4};

    private final Texts texts;
    private final DateText dates;
    private final MoneyText money;
    private final StatementText words;
    private final Correspondents correspondents;
    private final boolean open;
    private final List<String> kept;
    private final Function<PartnerAccount, String> foot;

    /**
     * A statement.
     *
     * @param correspondents who writes, and to whom
     * @param open only what was open on the last day
     * @param kept lines that say from which day on the copy is
     * @param foot which copy the pages of an account are from
     */
    public StatementPaper(Texts texts, Correspondents correspondents, boolean open, List<String> kept,
            Function<PartnerAccount, String> foot) {
        this.texts = texts;
        // plain days are the same in every zone
        this.dates = new DateText(texts, ZoneOffset.UTC);
        this.money = new MoneyText(texts);
        this.words = new StatementText(texts, dates);
        this.correspondents = correspondents;
        this.open = open;
        this.kept = List.copyOf(kept);
        this.foot = foot;
    }

    /**
     * Writes the PDF; the stream stays open.
     *
     * @param accounts at least one
     * @throws IOException what the stream throws
     */
    @Blocking
    public void write(List<PartnerAccount> accounts, OutputStream out) throws IOException {
        String title = texts.get("statement.title", Ref.nameOf(accounts.getFirst().everything().partner()));
        try (var paper = new Paper(texts, title, "", false, out)) {
            boolean first = true;
            for (PartnerAccount account : accounts) {
                if (!first) {
                    paper.nextPage(false);
                }
                first = false;
                paper.foot(foot.apply(account));
                draw(paper, account, also(account, accounts));
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (DocumentException failure) {
            throw new IOException(failure);
        }
    }

    /** What the other pages say is owed to the same company: who reads one of them sees that there is more. */
    private List<String> also(PartnerAccount account, List<PartnerAccount> accounts) {
        String others = account.besides(accounts).stream().filter(
                one -> Ref.idOf(one.everything().company()) == Ref.idOf(account.everything().company()))
                .map(one -> money.format(one.owed())).collect(Collectors.joining(" \u00b7 "));
        return others.isEmpty() ? List.of() : List.of(texts.get("statement.also-owed", others));
    }

    private void draw(Paper paper, PartnerAccount account, List<String> also) {
        Statement statement = open ? account.everything().openOnly() : account.statement();
        paper.add(head(paper, statement,
                Stream.of(OverdueNote.of(texts, money, account), also, kept,
                        UncertainNote.of(texts, account.uncertain()))
                        .flatMap(List::stream).toList()));
        paper.add(entries(paper, statement));
        paper.add(ages(paper, account));
        List<String> payTo = correspondents.payTo(account);
        if (!payTo.isEmpty()) {
            paper.add(payTo(paper, payTo));
        }
    }

    private PdfPTable head(Paper paper, Statement statement, List<String> notes) {
        String partner = correspondents.partner().map(Partner::name).filter(known -> !known.isEmpty())
                .orElseGet(() -> Ref.nameOf(statement.partner()));
        return new PaperHead(paper, texts, texts.get(open ? "statement.paper.open" : "statement.paper"),
                Stream.concat(Stream.of(texts.get("statement.stamp", dates.day(statement.to()), statement.currency())),
                        notes.stream()).toList())
                .from(statement.company(), correspondents.company(statement.company()))
                .to(partner, correspondents.partner()).table();
    }

    private PdfPTable entries(Paper paper, Statement statement) {
        List<String> heads = Stream.of("date", "document", "about", open ? "open" : "amount", "balance")
                .map(key -> texts.get("statement.column." + key)).toList();
        List<List<String>> rows = rows(statement);
        float[] widths = StatementWidths.of(paper, heads, rows);
        PdfPTable table = table(widths);
        table.setHeaderRows(1);
        for (int i = 0; i < heads.size(); i++) {
            PdfPCell cell = cell(paper, widths, i, heads.get(i), Paper.HEAD);
            cell.setBackgroundColor(Paper.TINT);
            table.addCell(cell);
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < heads.size(); j++) {
                boolean closing = i == rows.size() - 1 && j == heads.size() - 1 && !statement.lines().isEmpty();
                table.addCell(cell(paper, widths, j, rows.get(i).get(j),
                        closing ? Paper.STRONG : j == 2 ? Paper.NOTE : Paper.TEXT));
            }
        }
        table.setSpacingAfter(BETWEEN);
        return table;
    }

    private List<List<String>> rows(Statement statement) {
        var rows = new ArrayList<List<String>>();
        if (statement.from() != null) {
            rows.add(List.of(dates.day(statement.from()), texts.get("statement.opening"), "", "",
                    plain(statement.opening())));
        }
        for (Statement.Line line : statement.lines()) {
            rows.add(List.of(dates.day(line.date()), words.inStatement(line.entry()),
                    words.about(line.event(), line.entry(), line.settles(), line.due(), line.late(),
                            line.amount().signum() < 0),
                    plain(open ? line.open() : line.amount()), plain(line.balance())));
        }
        return rows;
    }

    private static PdfPCell cell(Paper paper, float[] widths, int column, String text, PaperFonts.Type type) {
        return Paper.lined(column < FIGURES_FROM ? paper.cell(text, type) : paper.figure(text, type, widths[column]));
    }

    /** What was open, by age, in boxes beside each other; all of it in the last. */
    private PdfPTable ages(Paper paper, PartnerAccount account) {
        List<String> names = Stream.concat(
                Stream.of(AgeBucket.values()).map(bucket -> texts.get("aged.bucket." + bucket.key())),
                Stream.of(texts.get("statement.column.open"))).toList();
        List<String> amounts = Stream.concat(account.byAge().values().stream(), Stream.of(account.owed()))
                .map(this::plain).toList();
        float[] widths = StatementWidths.ofBoxes(paper, names);
        PdfPTable table = table(widths);
        table.setKeepTogether(true);
        names.forEach(name -> table.addCell(box(paper.cell(name, Paper.NOTE), true)));
        for (int i = 0; i < amounts.size(); i++) {
            table.addCell(box(left(paper.figure(amounts.get(i), Paper.STRONG, widths[i])), false));
        }
        return table;
    }

    /** As on the copies of the invoices; several below each other. */
    private PdfPTable payTo(Paper paper, List<String> bankAccounts) {
        PdfPTable table = table(PAY_TO);
        table.setKeepTogether(true);
        table.setSpacingBefore(BETWEEN);
        table.addCell(PaperHead.flush(paper.cell(texts.get("invoices.detail.bank-account"), Paper.NOTE)));
        for (int i = 0; i < bankAccounts.size(); i++) {
            if (i > 0) {
                table.addCell(PaperHead.flush(paper.cell("", Paper.NOTE)));
            }
            table.addCell(PaperHead.flush(paper.cell(bankAccounts.get(i), Paper.TEXT)));
        }
        return table;
    }

    private static PdfPCell left(PdfPCell cell) {
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        return cell;
    }

    private static PdfPCell box(PdfPCell cell, boolean upper) {
        cell.setBorder(Rectangle.LEFT | Rectangle.RIGHT | (upper ? Rectangle.TOP : Rectangle.BOTTOM));
        cell.setBorderColor(Paper.LINE);
        cell.setBorderWidth(0.5f);
        return cell;
    }

    private static PdfPTable table(float... widths) {
        var table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        return table;
    }

    /** The head says the currency. */
    private String plain(Money amount) {
        return money.plain(amount.amount(), amount.currency());
    }
}
