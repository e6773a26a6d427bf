package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.review.Contents;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.MarkChoice;
import app.loupe.review.SetAside;
import app.loupe.review.StatusChoice;
import app.loupe.ui.common.ChoiceChip;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.ShownText;
import app.loupe.ui.common.WrappingButton;
import app.loupe.ui.common.WrappingTooltip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The row of chips: kinds and statuses to toggle, period, currency and company to pick. */
final class ChipsBar {
    private static final PseudoClass SET_ASIDE = PseudoClass.getPseudoClass("set-aside");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final List<StatusChoice> STATUSES = List.of(StatusChoice.UNPAID, StatusChoice.OVERDUE,
            StatusChoice.PARTLY_PAID, StatusChoice.PAID, StatusChoice.DRAFT, StatusChoice.CANCELLED,
            StatusChoice.REMOVED);
    private static final List<MarkChoice> MARKS = List.of(MarkChoice.FLAGGED, MarkChoice.TO_REVIEW);

    private final InvoicesViewModel model;
    private final FilterChoice choice;
    private final InvoiceWords words;
    private final MenuButton period = new MenuButton();
    private final ChoiceChip<String> currency;
    private final ChoiceChip<String> company;
    private final Button among;
    private final Node receipts;
    private final Node removed;
    private final FlowPane view = new FlowPane();
    private List<Object> periods = List.of();

    /** A bar; {@code tools} stand at its end. */
    ChipsBar(InvoicesViewModel model, InvoiceWords words, Node... tools) {
        this.model = model;
        this.choice = model.choice();
        this.words = words;
        view.getStyleClass().add("chips-bar");
        currency = new ChoiceChip<>("chip-currency", words.get("chip.currency"),
                code -> code.isEmpty() ? words.get("chip.currency.all") : code, choice.currency()::set);
        company = new ChoiceChip<>("chip-company", words.get("chip.company"),
                name -> name.isEmpty() ? words.get("chip.company.all") : name, choice.company()::set);
        among = new WrappingButton(choice::endAmong, view, "chip", "chip-among");
        among.setId("chip-among");
        FlowRow types = toggles(List.of(TypeChoice.values()), choice.types(), "chip.type.",
                (aside, type) -> aside.types(type.types()));
        FlowRow statuses = toggles(STATUSES, choice.statuses(), "chip.status.", SetAside::status);
        // the last ones: there only when they have something to show
        receipts = types.getChildren().getLast();
        receipts.managedProperty().bind(receipts.visibleProperty());
        removed = statuses.getChildren().getLast();
        removed.managedProperty().bind(removed.visibleProperty());
        view.getChildren().addAll(among, types, statuses, pickers(),
                toggles(MARKS, choice.marks(), "chip.mark.", SetAside::mark));
        view.getChildren().addAll(tools);
        choice.types().addListener((SetChangeListener<TypeChoice>) change -> fill(model.snapshot().get()));
        choice.statuses().addListener((SetChangeListener<StatusChoice>) change -> fill(model.snapshot().get()));
        model.snapshot().subscribe(this::fill);
        choice.period().subscribe(chosen -> showPeriod());
        choice.currency().subscribe(chosen -> showCurrency());
        choice.company().subscribe(chosen -> showCompany());
        model.setAside().subscribe(aside -> {
            showPeriod();
            showCurrency();
            showCompany();
        });
        choice.among().subscribe(this::showAmong);
    }

    FlowPane view() {
        return view;
    }

    private <E extends Enum<E>> FlowRow toggles(List<E> all, ObservableSet<E> chosen, String keys,
            BiPredicate<SetAside, E> others) {
        FlowRow group = group();
        for (E one : all) {
            ToggleButton chip = toggle(one, chosen, words.get(keys + EnumKey.of(one)));
            Runnable tell = () -> tell(chip, chip.getText(),
                    chosen.contains(one) && others.test(model.setAside().get(), one));
            model.setAside().subscribe(aside -> tell.run());
            chosen.addListener((SetChangeListener<E>) change -> tell.run());
            group.getChildren().add(chip);
        }
        return group;
    }

    private static <E> ToggleButton toggle(E one, ObservableSet<E> chosen, String text) {
        var chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        chip.setAccessibleText(text);
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setSelected(chosen.contains(one));
        chip.setOnAction(event -> {
            if (chip.isSelected()) {
                chosen.add(one);
            } else {
                chosen.remove(one);
            }
        });
        SetChangeListener<E> follow = change -> chip.setSelected(chosen.contains(one));
        chosen.addListener(follow);
        return chip;
    }

    /** A chip that the search sets aside looks as if it were not chosen, and says why. */
    private void tell(Control chip, String text, boolean setAside) {
        chip.pseudoClassStateChanged(SET_ASIDE, setAside);
        chip.setAccessibleText(setAside ? words.get("chip.set-aside.accessible", text) : text);
        chip.setTooltip(setAside ? new WrappingTooltip(words.get("chip.set-aside")) : null);
    }

    /** Chips that belong together; where the window is narrower than all of them, they take two lines. */
    private FlowRow group(Node... chips) {
        FlowRow group = new FlowRow(chips).within(view);
        group.getStyleClass().add("chip-group");
        return group;
    }

    private FlowRow pickers() {
        FlowRow group = group(period, currency, company);
        period.getStyleClass().add("chip");
        period.setMinWidth(MenuButton.USE_PREF_SIZE);
        // a name is as long as its company likes: the end of one that is too long is in the tip
        company.getStyleClass().add("chip-company");
        company.setMinWidth(Region.USE_COMPUTED_SIZE);
        return group;
    }

    private void fill(Snapshot snapshot) {
        Contents contents = snapshot.contents();
        receipts.setVisible(contents.types().stream().anyMatch(TypeChoice.RECEIPTS::covers)
                || choice.types().contains(TypeChoice.RECEIPTS));
        removed.setVisible(contents.removed() || choice.statuses().contains(StatusChoice.REMOVED));
        showCurrency();
        showCompany();
        // a list may be open: it is not touched while it says the same
        List<Object> offered = List.of(List.copyOf(contents.years()), choice.period().get());
        if (!offered.equals(periods)) {
            periods = offered;
            fillPeriods(contents);
        }
    }

    private void fillPeriods(Contents contents) {
        var group = new ToggleGroup();
        period.getItems().clear();
        for (var relative : List.of(InvoicePeriod.Relative.ALL, InvoicePeriod.Relative.THIS_MONTH,
                InvoicePeriod.Relative.LAST_MONTH, InvoicePeriod.Relative.THIS_QUARTER,
                InvoicePeriod.Relative.LAST_QUARTER, InvoicePeriod.Relative.THIS_YEAR,
                InvoicePeriod.Relative.LAST_YEAR)) {
            period.getItems().add(item(group, relative));
        }
        var years = new ArrayList<InvoicePeriod>();
        contents.years().forEach(year -> years.add(new InvoicePeriod.OfYear(year)));
        if (choice.period().get() instanceof InvoicePeriod.OfYear year && !years.contains(year)) {
            years.add(year);
        }
        if (!years.isEmpty()) {
            period.getItems().add(new SeparatorMenuItem());
        }
        years.forEach(year -> period.getItems().add(item(group, year)));
    }

    private RadioMenuItem item(ToggleGroup group, InvoicePeriod one) {
        var item = new RadioMenuItem(periodName(one));
        item.setToggleGroup(group);
        item.setSelected(choice.period().get().equals(one));
        item.setOnAction(event -> choice.period().set(one));
        return item;
    }

    private void showAmong(FilterChoice.@Nullable Among some) {
        Nodes.show(among, some != null);
        if (some != null) {
            among.setText(words.get("chip.among", some.title(), some.keys().size()));
            among.setAccessibleText(words.get("chip.among.accessible", some.title(), some.keys().size()));
        }
    }

    private void showPeriod() {
        InvoicePeriod chosen = choice.period().get();
        period.setText(periodName(chosen));
        period.pseudoClassStateChanged(CHOSEN, chosen != InvoicePeriod.Relative.ALL);
        tell(period, words.get("chip.period.accessible", periodName(chosen)),
                chosen != InvoicePeriod.Relative.ALL && model.setAside().get().period());
        fill(model.snapshot().get());
    }

    private void showCurrency() {
        pick(currency, model.snapshot().get().contents().choosableCurrencies(), choice.currency().get(),
                model.setAside().get().currency());
    }

    private void showCompany() {
        String chosen = choice.company().get();
        pick(company, model.snapshot().get().contents().choosableCompanies(), chosen, model.setAside().get().company());
        if (!chosen.isEmpty() && company.getTooltip() == null) {
            company.setTooltip(new WrappingTooltip(ShownText.of(chosen)));
        }
    }

    /** Offers all, these, and what is chosen: a saved filter's may not be there, or be gone since, and only the owner takes it away. */
    private void pick(ChoiceChip<String> chip, List<String> there, String chosen, boolean setAside) {
        var offered = new ArrayList<>(List.of(""));
        offered.addAll(there);
        if (!offered.contains(chosen)) {
            offered.add(chosen);
        }
        chip.show(offered, chosen);
        tell(chip, chip.getAccessibleText(), !chosen.isEmpty() && setAside);
    }

    private String periodName(InvoicePeriod one) {
        return new FilterWords(words).period(one);
    }
}
