package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceMark;
import app.loupe.review.MarkChoice;
import app.loupe.review.Listed;
import app.loupe.review.Marks;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.Tips;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/**
 * The narrow column with the owner's own marks: a sign for each, and in words for whoever does not see them. A reminder
 * stands in the place of the review, which the words tell beside it.
 */
final class MarkColumn extends TableColumn<Listed, ReviewRow> {
    /** Of the column; no order goes by it. */
    static final String ID = "MARK";
    static final String FLAG = "⚑";
    private static final String NOTE = "✎";
    private static final String REVIEWED = "✓";
    private static final String REMINDER = "◷";
    private static final String NEW = "•";

    private final Supplier<Marks> marks;
    private final InvoiceWords words;

    MarkColumn(Supplier<Marks> marks, InvoiceWords words) {
        super(FLAG);
        this.marks = marks;
        this.words = words;
        setId(ID);
        setSortable(false);
        getStyleClass().add("cell-mark");
        setCellValueFactory(InvoiceColumns::invoice);
        setCellFactory(column -> new MarkCell());
    }

    /** The widest that a cell holds. */
    static String widest() {
        return FLAG + NOTE + REVIEWED;
    }

    /** What is seen of it where there is little room: the flag stands first, and the words tell the rest. */
    static String first() {
        return FLAG;
    }

    /** The signs of an invoice, and what they mean. */
    private record Signs(String signs, String meaning) {}

    private Signs signs(ReviewRow row) {
        InvoiceMark mark = marks.get().of(row.row().key());
        LocalDate today = words.today();
        Optional<MarkChoice> state = marks.get().inbox(row.row(), today);
        var signs = new StringBuilder();
        var meanings = new ArrayList<String>();
        if (mark.flagged()) {
            signs.append(FLAG);
            meanings.add(words.get("mark.flagged"));
        }
        if (!mark.note().isEmpty()) {
            signs.append(NOTE);
            meanings.add(words.get("mark.note", mark.note()));
        }
        boolean due = marks.get().isDue(mark, today);
        Optional<LocalDate> pending = marks.get().pending(mark, today);
        boolean reminds = pending.isPresent();
        pending.ifPresent(day -> {
            meanings.add(due ? words.get("mark.due") : words.get("review.reminds", words.dates().day(day)));
            signs.append(REMINDER);
        });
        if (due) {
            return new Signs(signs.toString(), String.join(", ", List.copyOf(meanings)));
        }
        if (state.equals(Optional.of(MarkChoice.REVIEWED))) {
            signs.append(reminds ? "" : REVIEWED);
            meanings.add(words.get("mark.reviewed"));
        } else if (state.equals(Optional.of(MarkChoice.NEW))) {
            signs.append(reminds ? "" : NEW);
            meanings.add(words.get("mark.new"));
        } else if (state.equals(Optional.of(MarkChoice.TO_REVIEW))) {
            meanings.add(words.get("mark.to-review"));
        }
        return new Signs(signs.toString(), String.join(", ", List.copyOf(meanings)));
    }

    /** The signs. */
    private final class MarkCell extends TableCell<Listed, ReviewRow> {
        @Override
        protected void updateItem(ReviewRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                Tips.say(this, null);
                setAccessibleText(null);
                return;
            }
            Signs signs = signs(item);
            setText(signs.signs());
            Tips.say(this, signs.meaning());
            setAccessibleText(signs.meaning().isEmpty() ? words.get("mark.none") : signs.meaning());
        }
    }
}
