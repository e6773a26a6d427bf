package app.loupe.ui.connect;

import app.loupe.ui.common.DayPicker;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.DateCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Chooses whether everything is read, or invoices from a date on; of what is stored already never less than before. */
final class SincePicker extends HBox {
    private static final int YEARS_PROPOSED = 2;

    private final ObjectProperty<@Nullable LocalDate> since;
    private final BooleanProperty unreadable;
    private final DayPicker date;

    /**
     * Chooses {@code since}, and says when what was typed last is no day.
     *
     * @param onlyMore whether no later day than the present one is offered
     */
    SincePicker(ObjectProperty<@Nullable LocalDate> since, BooleanProperty unreadable, boolean onlyMore,
            Wording wording) {
        this.since = since;
        this.unreadable = unreadable;
        date = new DayPicker(wording, unreadable, false);
        getStyleClass().add("since");
        setAlignment(Pos.CENTER_LEFT);
        var group = new ToggleGroup();
        ToggleButton all = chip(wording.get("connect.since.all"), group, "since-all");
        ToggleButton from = chip(wording.get("connect.since.from"), group, "since-from");
        date.setId("since-date");
        date.setAccessibleText(wording.get("connect.since.date"));
        LocalDate today = LocalDate.now(wording.clock());
        date.setValue(since.get() == null ? LocalDate.of(today.getYear() - YEARS_PROPOSED, 1, 1) : since.get());
        LocalDate last = onlyMore ? since.get() : null;
        from.setDisable(onlyMore && last == null);
        if (last != null) {
            date.setDayCellFactory(picker -> new UntilCell(last));
        }
        date.valueProperty().addListener(changed -> take(from.isSelected()));
        group.selectedToggleProperty().addListener((value, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                take(now.equals(from));
            }
        });
        group.selectToggle(since.get() == null ? all : from);
        getChildren().addAll(all, from, date);
    }

    /** A day of the calendar that can be chosen only until the last one. */
    private static final class UntilCell extends DateCell {
        private final LocalDate last;

        UntilCell(LocalDate last) {
            this.last = last;
        }

        @Override
        public void updateItem(LocalDate day, boolean empty) {
            super.updateItem(day, empty);
            setDisable(empty || day.isAfter(last));
        }
    }

    private static ToggleButton chip(String text, ToggleGroup group, String id) {
        var chip = new ToggleButton(text);
        chip.setId(id);
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        chip.setAccessibleText(text);
        return chip;
    }

    private void take(boolean fromDate) {
        Nodes.show(date, fromDate);
        if (!fromDate) {
            date.restore();
            unreadable.set(false);
        }
        since.set(fromDate ? date.getValue() : null);
    }
}
