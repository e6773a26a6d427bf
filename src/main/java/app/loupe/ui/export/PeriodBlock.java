package app.loupe.ui.export;

import app.loupe.ui.common.DayPicker;
import app.loupe.export.PackPeriod;
import app.loupe.ui.common.LetterKeys;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TypedDay;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks of which month or quarter a pack is, or of which days an archive. */
final class PeriodBlock extends VBox {
    private static final int ROWS = 6;

    private final ExportChoice choice;
    private final Wording wording;

    PeriodBlock(ExportChoice choice, Wording wording) {
        this.choice = choice;
        this.wording = wording;
        var month = new LabelledField(wording, "export.period", periods());
        var days = new HBox(
                new LabelledField(wording, "export.from",
                        day("export-from", choice.from(), choice.fromUnreadable())),
                new LabelledField(wording, "export.to", day("export-to", choice.to(), choice.toUnreadable())));
        days.getStyleClass().add("export-days");
        getChildren().addAll(month, days);
        choice.what().subscribe(what -> {
            Nodes.show(this, what.kind() != What.Kind.SHOWN);
            Nodes.show(month, what.kind() == What.Kind.PACK);
            Nodes.show(days, what.kind() == What.Kind.ARCHIVE);
        });
    }

    private ComboBox<PackPeriod> periods() {
        var periods = new ComboBox<PackPeriod>();
        periods.setId("export-period");
        periods.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable PackPeriod period) {
                return switch (period) {
                    case null -> "";
                    case PackPeriod.WholeMonth month -> wording.dates().month(month.month());
                    case PackPeriod.WholeQuarter quarter -> wording.dates().quarter(quarter.quarter());
                };
            }

            @Override
            public PackPeriod fromString(String text) {
                throw new IllegalStateException("nothing is typed here");
            }
        });
        // few enough for the room below: a list that turns upwards is placed before it knows its height
        periods.setVisibleRowCount(ROWS);
        periods.getItems().setAll(choice.periods());
        LetterKeys.on(periods);
        periods.valueProperty().bindBidirectional(choice.period());
        return periods;
    }

    private DatePicker day(String id, ObjectProperty<LocalDate> day, BooleanProperty unreadable) {
        var picker = new DayPicker(wording, unreadable, false);
        picker.setId(id);
        picker.valueProperty().bindBidirectional(day);
        // said where the focus is, too
        unreadable.subscribe(noDay -> picker.setAccessibleHelp(noDay
                ? wording.get("export.day-unreadable", TypedDay.example(wording))
                : ""));
        return picker;
    }
}
