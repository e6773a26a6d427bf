package app.loupe.ui.partners;

import app.loupe.ui.common.ExportButton;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.KeptDays;
import app.loupe.domain.Ref;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.Statement;
import app.loupe.ui.common.AsOf;
import app.loupe.ui.common.ChoiceChip;
import app.loupe.ui.common.DayChip;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.EmptyMessage;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureTable;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Segments;
import app.loupe.ui.common.SidePane;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingLabel;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The page of one customer or vendor: statement, open items, years and products, as of a day and in one currency. */
final class PartnerView {
    /** Where a statement is short of room: so its cards still stand beside each other. */
    private static final double ASIDE_KEEPS = 0.8;

    private final boolean payable;
    private final PartnerViewModel model;
    private final Wording wording;
    private final Label name = Nodes.paragraph("", "screen-title");
    private final Segments<PartnerQuestion.Part> parts;
    private final DayChip asOf;
    private final DayChip since;
    private final ChoiceChip<Destination.PartnerPage.Account> account;
    private final Button ages;
    private final WrappingLabel hint = Nodes.paragraph("", "muted");
    private final AlsoOwed also;
    private final Map<PartnerQuestion.Part, FigureTable<Destination>> tables = new EnumMap<>(
            PartnerQuestion.Part.class);
    private final PartnerAside aside;
    private final SidePane beside;
    private final FigureFooter footer;
    private final BorderPane view = new BorderPane();

    PartnerView(boolean payable, PartnerViewModel model, PartnersPorts ports, Wording wording,
            ObservableValue<Font> font) {
        this.payable = payable;
        this.model = model;
        this.wording = wording;
        for (PartnerQuestion.Part part : PartnerQuestion.Part.values()) {
            tables.put(part, new FigureTable<>("partner-" + EnumKey.of(part),
                    partName(part), PartnerRows.columns(wording, payable, part), font,
                    ports.navigator()::open));
        }
        parts = new Segments<>(List.of(PartnerQuestion.Part.values()), part -> "part-" + EnumKey.of(part),
                this::partName, part -> ask(now -> now.at(part)));
        asOf = AsOf.chip("partner-as-of", wording, day -> ask(now -> now.asOf(day)));
        since = new DayChip("partner-from", wording, this::presets, day -> choose(new Since.Day(day)));
        account = new ChoiceChip<>("partner-account", wording.get("partner.account"), this::accountName,
                chosen -> ask(now -> now.of(chosen)));
        also = new AlsoOwed(wording, chosen -> ask(now -> now.of(account(chosen))));
        ages = Nodes.button("", () -> ask(now -> now.open(new PartnerQuestion.Ages.All())), "chip", "chip-among");
        ages.setId("partner-ages");
        aside = new PartnerAside(payable, wording, model.note(), some -> ask(now -> now.open(some)));
        beside = new SidePane(aside.view(), ASIDE_KEEPS);
        footer = new FigureFooter(wording);
        hint.setMinWidth(0);
        var back = new Hyperlink(wording.get(payable ? "nav.vendors" : "nav.customers"));
        back.setId("partner-back");
        back.getStyleClass().add("breadcrumb");
        back.setMinWidth(Hyperlink.USE_PREF_SIZE);
        back.setMnemonicParsing(false);
        back.setOnAction(event -> ports.navigator()
                .open(new Destination.Page(payable ? PageId.VENDORS : PageId.CUSTOMERS)));
        var head = new FlowRow(back, Nodes.label("/", "screen-title", "muted"), name, Nodes.spacer(),
                new ExportButton(wording), new SyncButton(ports.sync(), wording));
        head.getStyleClass().add("tool-bar-row");
        var chips = new FlowPane(parts, asOf, account, since, ages);
        tables.values().forEach(table -> chips.getChildren().add(table.columnsButton(wording)));
        chips.getStyleClass().add("figure-filters");
        parts.within(chips);
        var hints = new HBox(hint);
        hints.getStyleClass().add("figure-hint");
        view.setTop(new VBox(head, chips, also.view(), hints));
        view.setCenter(beside);
        view.setBottom(footer);
        model.asked().subscribe(this::ask);
        model.facts().subscribe(this::show);
    }

    Node view() {
        return view;
    }

    /** Keeps there how the owner has the columns of all parts; those of customers and of vendors each by themselves. */
    void remember(Memory memory) {
        tables.forEach((part, table) -> table.remember(memory,
                (payable ? "vendor-" : "customer-") + EnumKey.of(part)));
    }

    /** Why no row is there: a copy that begins on a day does not know what was booked before, nor whether all was settled. */
    private String empty(PartnerFacts facts) {
        PartnerQuestion question = facts.question();
        List<ConnectionProfile> of = facts.connections().stream()
                .filter(one -> one.id().equals(question.connection())).toList();
        if (facts.account().isEmpty()) {
            return EmptyMessage.keyOf(of, payable ? "partner.empty.vendor" : "partner.empty.customer");
        }
        String key = "partner.empty." + EnumKey.of(question.part());
        return switch (question.part()) {
            case OPEN, HISTORY -> EmptyMessage.keyOf(of, key);
            case STATEMENT -> question.since().first(question.asOf().orElseGet(wording::today))
                    .filter(KeptDays.of(of)::isWholeFrom).isPresent() ? key : EmptyMessage.keyOf(of, key);
            // says itself that it is of the copy
            case PRODUCTS -> key;
        };
    }

    /** Says how old the copies of these connections are. */
    void age(List<ConnectionProfile> connections) {
        footer.age(connections);
    }

    /** The table of the part that is shown. */
    FigureTable<Destination> table() {
        PartnerQuestion question = model.asked().get();
        return Objects.requireNonNull(
                tables.get(question == null ? PartnerQuestion.Part.STATEMENT : question.part()));
    }

    private String partName(PartnerQuestion.Part part) {
        return wording.get("partner.part." + EnumKey.of(part));
    }

    private void ask(UnaryOperator<PartnerQuestion> change) {
        PartnerQuestion question = model.asked().get();
        if (question != null) {
            PartnerFacts facts = model.facts().get();
            // what was shown stays: another day does not change the currency
            PartnerQuestion now = question.account() == null && facts != null
                    ? facts.account().map(shown -> question.of(account(shown))).orElse(question)
                    : question;
            model.ask(change.apply(now));
        }
    }

    private void ask(@Nullable PartnerQuestion question) {
        if (question == null) {
            return;
        }
        parts.show(question.part());
        AsOf.show(asOf, wording, question.asOf());
        since.show(name(question.since()), !question.since().equals(new Since.Year()),
                question.since() instanceof Since.Day day ? Optional.of(day.first()) : Optional.empty());
        Nodes.show(since, question.part() == PartnerQuestion.Part.STATEMENT);
        String some = switch (question.ages()) {
            case PartnerQuestion.Ages.All all -> "";
            case PartnerQuestion.Ages.Late late -> wording.get("partners.overdue");
            case PartnerQuestion.Ages.Only only -> wording.get("aged.bucket." + only.bucket().key());
        };
        Nodes.show(ages, !some.isEmpty());
        ages.setText(wording.get("partner.ages", some));
        ages.setAccessibleText(wording.get("partner.ages.name", some));
        hint.setText(hint(question));
    }

    private String hint(PartnerQuestion question) {
        return wording.get(payable && question.part() == PartnerQuestion.Part.STATEMENT
                ? "partner.hint.statement-vendor"
                : "partner.hint." + EnumKey.of(question.part()));
    }

    /** What the part shows, and what is not certain of it; of what was sold all is. */
    private String hint(PartnerFacts facts) {
        long uncertain = facts.question().part() == PartnerQuestion.Part.PRODUCTS
                ? 0
                : facts.account().map(PartnerAccount::uncertain).orElse(0L);
        boolean shortened = facts.question().part() == PartnerQuestion.Part.STATEMENT
                && facts.account().filter(PartnerAccount::isShortened).isPresent();
        String hint = shortened
                ? wording.get(payable ? "partner.hint.shortened-vendor" : "partner.hint.shortened")
                : hint(facts.question());
        return uncertain == 0 ? hint : hint + " \u00b7 " + wording.get("paper.aged-uncertain", uncertain);
    }

    private void show(@Nullable PartnerFacts facts) {
        name.setText(facts == null ? "" : facts.name());
        FigureTable<Destination> table = Objects.requireNonNull(tables.get(
                facts == null ? PartnerQuestion.Part.STATEMENT : facts.question().part()));
        boolean focused = tables.values().stream().anyMatch(one -> one.view().isFocused());
        beside.show(table.view(), table.needed());
        also.show(facts);
        if (facts == null) {
            aside.blank(model.asked().get());
            table.placeholder(EmptyMessage.of(wording, "figures.empty.loading"));
            table.show(List.of());
            footer.show(List.of());
            return;
        }
        aside.show(facts);
        hint.setText(hint(facts));
        table.placeholder(EmptyMessage.of(wording, empty(facts)));
        table.show(facts.rows());
        if (focused) {
            table.view().requestFocus();
        }
        List<Destination.PartnerPage.Account> all = facts.accounts().stream().map(PartnerView::account).toList();
        Nodes.show(account, false);
        facts.account().ifPresent(shown -> {
            account.show(all, account(shown));
            // one currency alone is said, too
            Nodes.show(account, true);
        });
        footer.show(facts.account().map(shown -> sums(shown, facts.question().part())).orElse(List.of()));
    }

    /** How many entries there are is said only below the entries: it would be another number than that of the rows. */
    private List<FigureFooter.Part> sums(PartnerAccount shown, PartnerQuestion.Part part) {
        // the years, what is open and what was sold are of all that is here
        Statement statement = part == PartnerQuestion.Part.STATEMENT ? shown.statement() : shown.everything();
        int entries = statement.lines().size();
        Stream<FigureFooter.Part> count = part == PartnerQuestion.Part.STATEMENT
                ? Stream.of(new FigureFooter.Part(wording.get("partner.footer.entries", entries),
                        Integer.toString(entries)))
                : Stream.empty();
        // without it the figures beside each other would not come to the balance
        Stream<FigureFooter.Part> opening = statement.opening().signum() == 0
                ? Stream.empty()
                : Stream.of(new FigureFooter.Part(wording.get("statement.opening"),
                        wording.money().format(statement.opening())));
        return Stream.of(count, opening, Stream.of(
                new FigureFooter.Part(wording.get(payable ? "statement.billed" : "statement.invoiced"),
                        wording.money().format(statement.invoiced())),
                new FigureFooter.Part(wording.get("statement.settled"), wording.money().format(statement.settled())),
                new FigureFooter.Part(wording.get("statement.column.balance"),
                        uncertain(shown) + wording.money().format(statement.closing()))))
                .flatMap(some -> some).toList();
    }

    /** What stands before a balance that is not certain. */
    static String uncertain(PartnerAccount account) {
        return account.uncertain() > 0 ? PartnersRows.UNCERTAIN : "";
    }

    private static Destination.PartnerPage.Account account(PartnerAccount account) {
        return new Destination.PartnerPage.Account(account.everything().company(), account.everything().currency());
    }

    /** The company, too, where there are several. */
    private String accountName(Destination.PartnerPage.Account one) {
        PartnerFacts facts = model.facts().get();
        Ref company = one.company();
        boolean several = facts != null && facts.accounts().stream().map(other -> other.everything().company())
                .distinct().count() > 1;
        return several && company != null
                ? wording.get("partner.account.of", one.currency(), company.name())
                : one.currency();
    }

    /** Also for the pages that are opened after this one. */
    private void choose(Since chosen) {
        model.begin(chosen);
        ask(now -> now.since(chosen));
    }

    private String name(Since one) {
        return switch (one) {
            case Since.Year year -> wording.get("partner.year");
            case Since.Everything everything -> wording.get("partner.everything");
            case Since.Day day -> wording.get("partner.from", wording.dates().day(day.first()));
        };
    }

    private List<DayChip.Preset> presets() {
        LocalDate today = wording.today();
        return Stream.of(new Since.Year(), new Since.Everything(), new Since.Day(today.withDayOfYear(1)),
                new Since.Day(today.withDayOfMonth(1).minusMonths(2)), new Since.Day(today.withDayOfMonth(1)))
                .map(one -> new DayChip.Preset(name(one), () -> choose(one))).toList();
    }
}
