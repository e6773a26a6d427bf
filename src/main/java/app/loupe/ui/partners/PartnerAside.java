package app.loupe.ui.partners;

import app.loupe.domain.Money;
import app.loupe.domain.Partner;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.Ref;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.ExpectedCash;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.PaymentHabit;
import app.loupe.text.ReadingOrder;
import app.loupe.ui.common.FocusKept;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.NoteEditor;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingTooltip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Right of a partner's page: how to reach them, how they stand, how they pay, what they owe by age. Each figure opens the
 * open items that it is made of.
 */
final class PartnerAside {
    private static final int LONGEST = 10;
    private static final int LONGEST_SMALLER = 13;
    private static final String UNKNOWN = "\u2013";

    private final boolean payable;
    private final Wording wording;
    private final Consumer<PartnerQuestion.Ages> open;
    private final PartnerNoteViewModel noted;
    private final NoteEditor<PartnerKey> note;
    private final VBox about = new VBox();
    private final VBox content = new VBox();
    private final ScrollPane view = new ScrollPane(content);

    /** Figures lead to the open items of some ages. */
    PartnerAside(boolean payable, Wording wording, PartnerNoteViewModel noted,
            Consumer<PartnerQuestion.Ages> open) {
        this.noted = noted;
        this.payable = payable;
        this.wording = wording;
        this.open = open;
        note = new NoteEditor<>(noted, wording);
        noted.kept().subscribe(kept -> kept.ifPresent(one -> note.show(one.partner(), one.note())));
        var card = new VBox(Nodes.label(wording.get("partner.note"), "strong"), note.view());
        card.getStyleClass().add("partner-note");
        about.getStyleClass().add("partner-about");
        // the field stays where it is: what is being typed in it keeps the focus
        content.getChildren().setAll(about, card);
        content.getStyleClass().add("partner-aside");
        view.getStyleClass().add("partner-aside-scroll");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Node view() {
        return view;
    }

    /** Takes the figures away; the note to the partner who is asked for stays, and what is being typed in it. */
    void blank(@Nullable PartnerQuestion asked) {
        Nodes.show(view, asked != null);
        serve(asked);
        about.getChildren().clear();
    }

    private void serve(@Nullable PartnerQuestion asked) {
        Optional<PartnerKey> partner = Optional.ofNullable(asked)
                .map(question -> new PartnerKey(question.connection(), question.partner()));
        note.show(partner);
        noted.show(partner);
    }

    void show(PartnerFacts facts) {
        Nodes.show(view, true);
        serve(facts.question());
        var nodes = new ArrayList<Node>();
        nodes.add(contact(facts));
        facts.account().ifPresent(account -> {
            nodes.add(cards(facts, account));
            nodes.add(ages(facts, account));
        });
        FocusKept.through(about, () -> about.getChildren().setAll(nodes));
    }

    private Node contact(PartnerFacts facts) {
        var box = new VBox(Nodes.paragraph(facts.name(), "aside-name"));
        box.getStyleClass().add("aside-contact");
        facts.contact().ifPresent(partner -> {
            if (!partner.vat().isEmpty()) {
                box.getChildren().add(Nodes.paragraph(wording.get("partner.vat", partner.vat()), "muted"));
            }
            line(box, "partner.email", partner.contact().email());
            line(box, "partner.phone", partner.contact().phone());
            line(box, "partner.address", address(partner.contact().address()));
            line(box, "partner.reference", partner.reference());
        });
        return box;
    }

    private void line(VBox box, String key, String text) {
        if (!text.isBlank()) {
            Label name = Nodes.label(wording.get(key), "muted", "aside-key");
            name.setMinWidth(Label.USE_PREF_SIZE);
            var value = Nodes.paragraph(text);
            HBox.setHgrow(value, Priority.ALWAYS);
            var row = new HBox(name, value);
            row.getStyleClass().add("aside-line");
            box.getChildren().add(row);
        }
    }

    private static String address(Partner.Address address) {
        String town = Stream.of(address.zip(), address.city()).filter(part -> !part.isBlank()).map(ReadingOrder::amid)
                .collect(Collectors.joining(" "));
        String country = Ref.nameOf(address.country());
        return Stream.of(address.street(), address.street2(), town, country).filter(part -> !part.isBlank())
                .map(ReadingOrder::amid)
                .collect(Collectors.joining(", "));
    }

    private Node cards(PartnerFacts facts, PartnerAccount account) {
        var pairs = new CardPairs();
        Money overdue = account.sum(account.late());
        String owed = PartnerView.uncertain(account) + money(account.owed());
        String habit = facts.habit().map(one -> PartnersRows.days(wording, one.paysAfter())).orElse(UNKNOWN);
        Optional<ExpectedCash.Instalment> next = account.next();
        Optional<LocalDate> foreseen = next.filter(ExpectedCash.Instalment::foreseen)
                .map(ExpectedCash.Instalment::likely);
        String likely = foreseen.map(day -> shortDay(day, facts.day())).orElse(UNKNOWN);
        size(pairs, Stream.of(owed, money(overdue), habit, likely));
        pairs.getChildren().add(card("card-owed", wording.get(payable ? "partners.you-owe" : "partners.owed"),
                owed,
                wording.get("partner.open-documents", account.openInvoices()), false,
                () -> open.accept(new PartnerQuestion.Ages.All())));
        pairs.getChildren().add(card("card-overdue", wording.get("partners.overdue"), money(overdue),
                account.oldest() == 0 ? "" : wording.get("partner.oldest", account.oldest()), overdue.signum() > 0,
                () -> open.accept(new PartnerQuestion.Ages.Late())));
        pairs.getChildren()
                .add(card("card-habit",
                        wording.get(payable ? "partners.column.paid-after" : "partners.column.pays-after"),
                        large(habit, habit),
                        facts.habit().map(this::late).orElseGet(() -> wording.get("partner.never-paid"))));
        next.ifPresent(one -> {
            Label figure = large(likely, foreseen.map(wording.dates()::day).orElse(likely));
            pairs.getChildren().add(card("card-next", wording.get("partner.next"), figure, one.foreseen()
                    ? wording.get("partner.next.habit", money(one.open()))
                    : wording.get("partner.next.none")));
        });
        return pairs;
    }

    /** Without its year where only one can be meant: a long day would have all amounts beside it set smaller. */
    private String shortDay(LocalDate day, LocalDate asOf) {
        return day.isBefore(asOf.plusYears(1)) ? wording.dates().dayOfMonth(day) : wording.dates().day(day);
    }

    /** A figure is never cut: a long one is set smaller, and those beside it, too, so that none seems to matter more. */
    private static void size(CardPairs pairs, Stream<String> figures) {
        int longest = figures.mapToInt(String::length).max().orElse(0);
        if (longest > LONGEST) {
            pairs.getStyleClass().add(longest > LONGEST_SMALLER ? "smallest" : "smaller");
        }
    }

    private String late(PaymentHabit habit) {
        long days = Math.round(habit.lateBy());
        String key = days == 0 ? "partner.on-time" : days > 0 ? "partner.late" : "partner.early";
        return wording.get(key, Math.abs(days), habit.invoices());
    }

    private static Node card(String id, String name, Label figure, String more) {
        var box = new VBox(whole(Nodes.label(name, "muted")), figure, Nodes.paragraph(more, "muted", "small"));
        box.getStyleClass().add("figure-card");
        box.setId(id);
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }

    private static Label large(String figure, String said) {
        Label large = Nodes.label(figure, "card-figure");
        large.setTooltip(new WrappingTooltip(said));
        return whole(large);
    }

    /** Its words are never cut: the card is as wide as they are. */
    private static Label whole(Label label) {
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /** A card that is a button: its words are short and stay on their lines. */
    private static Node card(String id, String name, String figure, String more, boolean late, Runnable action) {
        Label large = large(figure, figure);
        if (late) {
            large.getStyleClass().add("late");
        }
        var box = new VBox(whole(Nodes.label(name, "muted")), large, whole(Nodes.label(more, "muted", "small")));
        box.getStyleClass().add("figure-card-words");
        var button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("figure-card", "figure-card-button");
        button.setGraphic(box);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setAccessibleText(Stream.of(name, figure, more).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")));
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node ages(PartnerFacts facts, PartnerAccount account) {
        var box = new VBox(Nodes.label(wording.get("partner.by-age", wording.dates().day(facts.day())), "strong"));
        box.getStyleClass().add("partner-ages");
        for (Map.Entry<AgeBucket, Money> age : account.byAge().entrySet()) {
            String name = wording.get("aged.bucket." + age.getKey().key());
            Label figure = Nodes.label(money(age.getValue()));
            if (age.getKey() != AgeBucket.NOT_DUE && age.getValue().signum() != 0) {
                figure.getStyleClass().add("late");
            }
            var line = new HBox(Nodes.label(name), Nodes.spacer(), figure);
            var button = new Button();
            button.setId("age-" + age.getKey().key());
            button.getStyleClass().add("age-line");
            button.setGraphic(line);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleText(name + ": " + figure.getText());
            boolean leads = !account.in(age.getKey()).isEmpty();
            button.setFocusTraversable(leads);
            button.setMouseTransparent(!leads);
            button.setOnAction(event -> open.accept(new PartnerQuestion.Ages.Only(age.getKey())));
            line.prefWidthProperty().bind(Bindings.createDoubleBinding(
                    () -> button.getWidth() - button.getInsets().getLeft() - button.getInsets().getRight(),
                    button.widthProperty(), button.insetsProperty()));
            box.getChildren().add(button);
        }
        return box;
    }

    private String money(Money money) {
        return wording.money().format(money);
    }
}
