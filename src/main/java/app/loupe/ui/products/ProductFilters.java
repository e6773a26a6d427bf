package app.loupe.ui.products;

import app.loupe.ui.common.DayPicker;
import app.loupe.ui.common.LetterKeys;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TypedDay;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Above the list: sold or bought, in which time, in which currency, of which name. */
final class ProductFilters {
    private final ProductsViewModel model;
    private final Wording wording;
    private final ComboBox<SalesPeriod> period = new ComboBox<>();
    private final ComboBox<String> currency = new ComboBox<>();
    private final TextField search = new TextField();
    private final DayPicker from;
    private final DayPicker to;
    private final FlowPane view = new FlowPane();
    private final BooleanProperty fromUnreadable = new SimpleBooleanProperty();
    private final BooleanProperty toUnreadable = new SimpleBooleanProperty();
    private final Label wrong = Nodes.paragraph("", "product-days-wrong");
    private boolean showing;

    ProductFilters(ProductsViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        from = new DayPicker(wording, fromUnreadable, false);
        to = new DayPicker(wording, toUnreadable, false);
        period.setId("product-period");
        period.setAccessibleText(wording.get("products.period"));
        period.getItems().setAll(SalesPeriod.values());
        period.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable SalesPeriod one) {
                return one == null ? "" : wording.get("products.period." + one.key());
            }

            @Override
            public SalesPeriod fromString(String text) {
                throw new IllegalStateException("nothing is typed here");
            }
        });
        LetterKeys.on(period);
        LetterKeys.on(currency);
        period.valueProperty().bindBidirectional(model.period());
        currency.setId("product-currency");
        currency.setAccessibleText(wording.get("products.currency"));
        currency.valueProperty().subscribe((before, now) -> {
            if (!showing && now != null) {
                model.currency().set(now);
            }
        });
        search.setId("product-search");
        search.setPromptText(wording.get("products.search"));
        search.setAccessibleText(wording.get("products.search"));
        search.textProperty().bindBidirectional(model.search());
        day(from, fromUnreadable, "product-from", "products.from");
        day(to, toUnreadable, "product-to", "products.to");
        wrong.setId("product-days-wrong");
        var days = new HBox(from, Nodes.label("–", "muted"), to);
        days.getStyleClass().add("product-days");
        view.getStyleClass().add("product-filters");
        view.getChildren().addAll(sides(), period, days, wrong, currency, search);
        model.period().subscribe(now -> {
            Nodes.show(days, now == SalesPeriod.DAYS);
            showDays();
        });
        model.days().subscribe(now -> showDays());
    }

    private HBox sides() {
        var sides = new HBox();
        sides.getStyleClass().add("segments");
        var group = new ToggleGroup();
        for (boolean bought : List.of(false, true)) {
            var side = new ToggleButton(wording.get(bought ? "products.side.bought" : "products.side.sold"));
            side.setId(bought ? "products-bought" : "products-sold");
            side.getStyleClass().add("product-side");
            side.setToggleGroup(group);
            side.setAccessibleText(side.getText());
            side.setMinWidth(ToggleButton.USE_PREF_SIZE);
            side.setOnAction(event -> model.bought().set(bought));
            model.bought().subscribe(now -> side.setSelected(now == bought));
            // pressing the chosen one again does not take it away
            side.selectedProperty().subscribe(selected -> {
                if (!selected && model.bought().get() == bought) {
                    side.setSelected(true);
                }
            });
            sides.getChildren().add(side);
        }
        return sides;
    }

    private void day(DatePicker picker, BooleanProperty unreadable, String id, String key) {
        picker.setId(id);
        picker.setAccessibleText(wording.get(key));
        picker.setPromptText(wording.get(key));
        picker.valueProperty().subscribe((before, now) -> {
            unreadable.set(false);
            take();
        });
        unreadable.subscribe((before, now) -> say());
    }

    private void take() {
        if (!showing && from.getValue() != null && to.getValue() != null && !isTurned()) {
            model.days().set(new SalesPeriod.Span(from.getValue(), to.getValue()));
        }
        say();
    }

    private boolean isTurned() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        return first != null && last != null && last.isBefore(first);
    }

    /** Says why days are not taken, beside them and where the focus is. */
    private void say() {
        SalesPeriod.Span days = model.days().get();
        String why = model.period().get() != SalesPeriod.DAYS
                ? ""
                : fromUnreadable.get() || toUnreadable.get()
                        ? wording.get("products.day-unreadable", TypedDay.example(wording))
                        : !showing && isTurned()
                                ? wording.get("products.days-wrong", wording.dates().day(days.from()),
                                        wording.dates().day(days.to()))
                                : "";
        wrong.setText(why);
        Nodes.show(wrong, !why.isEmpty());
        from.setAccessibleHelp(why);
        to.setAccessibleHelp(why);
    }

    /** The days of the list: what was typed and not taken is gone. */
    private void showDays() {
        showing = true;
        fromUnreadable.set(false);
        toUnreadable.set(false);
        from.setValue(model.days().get().from());
        to.setValue(model.days().get().to());
        from.restore();
        to.restore();
        showing = false;
        say();
    }

    Node view() {
        return view;
    }

    /** The field for a name. */
    TextField search() {
        return search;
    }

    /** Offers these currencies. */
    void show(ProductsViewModel.Shown shown) {
        showing = true;
        if (!currency.getItems().equals(shown.currencies())) {
            currency.getItems().setAll(shown.currencies());
        }
        if (!Objects.equals(currency.getValue(), shown.currency())) {
            currency.setValue(shown.currency());
        }
        showing = false;
        Nodes.show(currency, shown.currencies().size() > 1);
    }
}
