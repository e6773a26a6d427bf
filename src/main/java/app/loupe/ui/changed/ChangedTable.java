package app.loupe.ui.changed;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveType;
import app.loupe.ui.common.ColumnPlan.Wish;
import app.loupe.ui.common.GroupedTable;
import app.loupe.ui.common.TextRuler;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;

/** The list of changes under the headings of their groups; Enter and the document open the invoice. */
final class ChangedTable {
    /** Columns without which no row could be told from another. */
    static final Set<String> FIXED = Set.of("document", "parts");
    private static final double NAME_EM = 9;
    private static final double MOST_NAME_EM = 15;

    private final GroupedTable<ChangedRow, ChangedRow.Entry> table;
    private final Wording wording;
    private final TableColumn<ChangedRow, ?> partner;
    private boolean several;

    ChangedTable(Wording wording, ObservableValue<Font> font, Consumer<InvoiceKey> open) {
        this.wording = wording;
        table = new GroupedTable<>("changes", wording.get("changed.title"), ChangedRow.Entry.class, font,
                row -> open.accept(row.key()));
        table.add("what", head("what"),
                (cell, row) -> cell.badge(row.kind(), "change-" + EnumKey.of(row.entry().kind())));
        table.add("document", head("document"), (cell, row) -> cell.link(row.document(),
                wording.get("changed.open", row.document()), () -> open.accept(row.key())));
        partner = table.add("partner", head("partner"), (cell, row) -> cell.words(row.partner()));
        table.add("parts", head("parts"), (cell, row) -> cell.words(""))
                .setCellFactory(column -> new PartsCell(column.getText()));
        table.add("connection", head("connection"), (cell, row) -> cell.words(row.connection()));
        table.add("when", head("when"), (cell, row) -> cell.words(row.when())).getStyleClass().add("number");
        table.ready("parts", this::wishes);
    }

    GroupedTable<ChangedRow, ChangedRow.Entry> table() {
        return table;
    }

    /** Shows these rows; what was selected stays so. */
    void show(List<ChangedRow> rows, boolean ofSeveral) {
        several = ofSeveral;
        partner.setText(partnerHead(rows));
        table.show(rows);
    }

    /** As above the invoices: who it is where all are of one kind. */
    private String partnerHead(List<ChangedRow> rows) {
        List<Optional<Boolean>> sales = rows.stream().filter(ChangedRow.Entry.class::isInstance)
                .map(ChangedRow.Entry.class::cast)
                .map(entry -> Optional.ofNullable(entry.type()).map(MoveType::isSale)).distinct().toList();
        Optional<Boolean> all = sales.size() == 1 ? sales.getFirst() : Optional.empty();
        return all.map(sale -> wording.get(sale ? "partners.customer" : "partners.vendor"))
                .orElseGet(() -> head("partner"));
    }

    private String head(String id) {
        return wording.get("changed.column." + id);
    }

    private List<Wish> wishes(TextRuler ruler) {
        double em = ruler.em();
        var wishes = new ArrayList<Wish>();
        double badge = ruler.smallBold(table.texts(ChangedRow.Entry::kind)) + GroupedTable.BADGE_EM * em;
        wishes.add(whole("what", badge, 4));
        wishes.add(whole("document", plain(ruler, ChangedRow.Entry::document), 0));
        double partner = plain(ruler, ChangedRow.Entry::partner);
        double shortest = NAME_EM * em;
        wishes.add(new Wish("partner", Math.min(partner, shortest), partner, 0, 3));
        double parts = ruler.bold(table.texts(ChangedRow.Entry::said)) + 2 * GroupedTable.CELL_EM * em;
        wishes.add(new Wish("parts", 2 * shortest, Math.max(2 * shortest, parts), 0, 0));
        if (several) {
            wishes.add(new Wish("connection", shortest,
                    Math.min(MOST_NAME_EM * em, plain(ruler, ChangedRow.Entry::connection)), 0, 1));
        }
        wishes.add(whole("when", plain(ruler, ChangedRow.Entry::when), 2));
        return wishes;
    }

    private double plain(TextRuler ruler, Function<ChangedRow.Entry, String> text) {
        return ruler.plain(table.texts(text)) + GroupedTable.CELL_EM * ruler.em();
    }

    private static Wish whole(String id, double width, int leaves) {
        return new Wish(id, width, width, 0, leaves);
    }
}
