package app.loupe.ui.bookcheck;

import app.loupe.bookcheck.Finding;
import app.loupe.ui.common.ColumnPlan.Wish;
import app.loupe.ui.common.GroupedTable;
import app.loupe.ui.common.TextRuler;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;

/** The list of findings under the headings of their kinds; Enter and the documents open the invoices. */
final class CheckTable {
    /** Columns without which no row could be told from another. */
    static final Set<String> FIXED = Set.of("documents", "said");
    private static final double MOST_DOCUMENTS_EM = 22;
    private static final double NAME_EM = 9;

    private final GroupedTable<CheckRow, CheckRow.Entry> table;
    private final Wording wording;
    private boolean several;

    CheckTable(Wording wording, ObservableValue<Font> font, Consumer<Finding> open) {
        this.wording = wording;
        table = new GroupedTable<>("findings", wording.get("check.title"), CheckRow.Entry.class, font,
                row -> open.accept(row.finding()));
        add("weight", this::badge);
        add("documents", (cell, row) -> {
            if (!row.finding().documents().isEmpty()) {
                cell.link(row.documents(), wording.get("check.open.name", row.documents()),
                        () -> open.accept(row.finding()));
            }
        });
        add("said", (cell, row) -> cell.sentence(row.said()));
        add("connection", (cell, row) -> cell.words(row.connection()));
        table.ready("said", this::wishes);
    }

    private void add(String id, BiConsumer<GroupedTable.Cell<CheckRow, CheckRow.Entry>, CheckRow.Entry> content) {
        table.add(id, wording.get("check.column." + id), content);
    }

    private void badge(GroupedTable.Cell<CheckRow, CheckRow.Entry> cell, CheckRow.Entry row) {
        cell.badge(row.known() ? wording.get("check.known") : row.weight(),
                row.known() ? "finding-known" : "finding-" + row.finding().weight().key());
    }

    GroupedTable<CheckRow, CheckRow.Entry> table() {
        return table;
    }

    /** Shows these rows; what was selected stays so, and where it has gone, what took its place is. */
    void show(List<CheckRow> rows, boolean ofSeveral) {
        several = ofSeveral;
        Optional<CheckRow.Entry> next = table.chosen().flatMap(chosen -> inItsPlace(chosen, rows));
        table.show(rows);
        if (table.chosen().isEmpty()) {
            next.ifPresent(table::select);
        }
    }

    /** The first one below that is listed still, else the last one above. */
    private Optional<CheckRow.Entry> inItsPlace(CheckRow.Entry gone, List<CheckRow> rows) {
        List<CheckRow.Entry> before = table.view().getItems().stream().filter(CheckRow.Entry.class::isInstance)
                .map(CheckRow.Entry.class::cast).toList();
        int at = before.indexOf(gone);
        return Stream.concat(before.subList(at + 1, before.size()).stream(),
                before.subList(0, Math.max(at, 0)).reversed().stream())
                .filter(entry -> rows.stream().anyMatch(row -> row.isOfSame(entry))).findFirst();
    }

    /** Selects this finding, if it is listed. */
    void select(Finding finding) {
        table.view().getItems().stream()
                .filter(row -> row instanceof CheckRow.Entry entry && entry.finding().equals(finding)).findFirst()
                .ifPresent(table::select);
    }

    private List<Wish> wishes(TextRuler ruler) {
        double em = ruler.em();
        var wishes = new ArrayList<Wish>();
        double weight = ruler.smallBold(table.texts(CheckRow.Entry::weight)) + GroupedTable.BADGE_EM * em;
        wishes.add(new Wish("weight", weight, weight, 0, 2));
        double documents = ruler.plain(table.texts(CheckRow.Entry::documents)) + GroupedTable.CELL_EM * em;
        wishes.add(new Wish("documents", NAME_EM * em, Math.clamp(documents, NAME_EM * em, MOST_DOCUMENTS_EM * em), 0,
                0));
        wishes.add(new Wish("said", 2 * NAME_EM * em, 4 * NAME_EM * em, 0, 0));
        if (several) {
            wishes.add(new Wish("connection", NAME_EM * em, NAME_EM * em, 0, 1));
        }
        return wishes;
    }
}
