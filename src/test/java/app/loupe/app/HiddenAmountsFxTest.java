package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveLine;
import app.loupe.text.MoneyText;
import app.loupe.ui.common.PageId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** While amounts are hidden, none of the sample company can be read or heard on any screen; afterwards all can. */
class HiddenAmountsFxTest {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern WITH_SIGN = Pattern.compile("(?:[\u20ac$\u00a3\u00a5]|[A-Z]{3})\\u00a0\\u2212?\\d");
    private static final Pattern ROUGH = Pattern.compile("\\d(?:\\.\\d)?[KMB]\\b");
    /** What the settings show of the form of numbers: nobody's amount. */
    private static final String EXAMPLE = "\u20ac\u00a01,234.50";
    /** Screens of the sample on which there are amounts. */
    private static final List<PageId> WITH_AMOUNTS = List.of(PageId.OVERVIEW, PageId.INVOICES, PageId.CUSTOMERS,
            PageId.VENDORS, PageId.AGED, PageId.INBOX, PageId.PRODUCTS);

    @TempDir
    private Path folder;

    private final Set<String> amounts = new HashSet<>();

    @Test
    void noAmountOfAnyScreenIsReadOrHeardWhileTheyAreHiddenAndAllAreThereAfterwards() throws Exception {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
            note(loupe, sample);
        }
        try (var window = new StartedWindow(folder, prompt -> bench.open())) {
            Map<String, List<String>> open = walk(window, this::isAmount);
            assertThat(open.values().stream().flatMap(List::stream).filter(this::isAmount)).hasSizeGreaterThan(300);

            window.press("#nav-overview");
            assertThat(Fx.get(() -> said(window.root()))).anyMatch(this::isAmount);
            assertThat(Fx.get(() -> window.root().lookup("#hidden-sign").isVisible())).isFalse();
            window.press(KeyCode.B);
            assertThat(Fx.get(() -> window.root().lookup("#hidden-sign").isVisible())).as("why all is dots").isTrue();
            // not a moment later: this is the screen that is seen
            assertThat(Fx.get(() -> said(window.root()))).noneMatch(this::isAmount);
            Map<String, List<String>> hidden = walk(window, text -> text.contains(MoneyText.HIDDEN)
                    || text.contains("hidden"));

            hidden.forEach((step, texts) -> assertThat(texts).as(step).noneMatch(this::isAmount));
            for (PageId page : List.of(PageId.OVERVIEW, PageId.INVOICES, PageId.AGED)) {
                window.press("#nav-" + page.key());
                awaitHeard(window, page);
                assertThat(Fx.get(() -> heard(window.root()))).as("heard on %s", page).noneMatch(this::isAmount);
            }

            window.press(KeyCode.B);
            Map<String, List<String>> again = walk(window, this::isAmount);
            // a list of invoices may have been scrolled meanwhile
            open.forEach((step, texts) -> assertThat(of(again, step).stream().anyMatch(this::isAmount)).as(step)
                    .isEqualTo(texts.stream().anyMatch(this::isAmount)));
            List.of("overview", "customers", "vendors", "aged", "customer, statement", "customer, history")
                    .forEach(step -> assertThat(of(again, step)).as(step)
                            .containsAll(of(open, step).stream().filter(this::isAmount).toList()));
            again.forEach((step, texts) -> assertThat(texts).as(step)
                    .noneMatch(text -> text.contains(MoneyText.HIDDEN)));
        }
        try (var later = new StartedWindow(folder, prompt -> bench.open())) {
            later.press(KeyCode.B);
        }
        try (var kept = new StartedWindow(folder, prompt -> bench.open())) {
            kept.press("#nav-invoices");
            Fx.await("still hidden at the next start",
                    () -> said(kept.root()).stream().anyMatch(text -> text.contains(MoneyText.HIDDEN)));
            assertThat(Fx.get(() -> said(kept.root()))).noneMatch(this::isAmount);
        }
    }

    private static List<String> of(Map<String, List<String>> walked, String step) {
        return walked.getOrDefault(step, List.of());
    }

    private static void awaitHeard(StartedWindow window, PageId page) {
        var last = new AtomicReference<List<String>>(List.of());
        try {
            Fx.await("hidden amounts are said on " + page, () -> {
                Platform.requestNextPulse();
                last.set(heard(window.root()));
                return last.get().stream().anyMatch(text -> text.contains("hidden"))
                        && last.get().stream().noneMatch(text -> text.contains(MoneyText.HIDDEN));
            });
        } catch (AssertionError never) {
            assertThat(last.get()).noneMatch(text -> text.contains(MoneyText.HIDDEN));
            throw never;
        }
    }

    /** All amounts of the sample, as the window writes them. */
    private void note(OpenLoupe loupe, ConnectionId sample) throws Exception {
        var money = new MoneyText(Locale.US);
        var quantities = new HashSet<String>();
        for (InvoiceRow row : WholeLoupe.rows(loupe, sample)) {
            Invoice invoice = WholeLoupe.invoice(loupe, sample, row.key().id());
            Stream.concat(Stream.of(row.amounts().total(), row.amounts().residual(), row.amounts().untaxed()),
                    invoice.lines().stream().flatMap(line -> figures(line, invoice)))
                    .forEach(amount -> amounts.add(money.plain(amount.abs(), row.amounts().currency())));
            invoice.lines().forEach(line -> {
                quantities.add(money.quantity(line.price().quantity().abs()));
                // "Wooden stirrer, 10,000" says how many are in it
                NUMBER.matcher(line.label()).results().forEach(number -> quantities.add(number.group()));
            });
        }
        amounts.removeAll(quantities);
        // short ones are counts and days as well
        amounts.removeIf(amount -> amount.length() < "10.00".length());
        assertThat(amounts).hasSizeGreaterThan(1_000);
    }

    private static Stream<BigDecimal> figures(MoveLine line, Invoice invoice) {
        return Stream.of(line.price().priceUnit(), line.untaxed(invoice.type()));
    }

    private boolean isAmount(String text) {
        if (text.contains(EXAMPLE)) {
            return false;
        }
        if (WITH_SIGN.matcher(text).find() || ROUGH.matcher(text).find()) {
            return true;
        }
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            if (amounts.contains(numbers.group())) {
                return true;
            }
        }
        return false;
    }

    private interface Loaded {
        boolean isIn(String text);
    }

    /** Every page, and what opens on it; a page with amounts is read when it says them. */
    private static Map<String, List<String>> walk(StartedWindow window, Loaded loaded) {
        var found = new LinkedHashMap<String, List<String>>();
        for (PageId page : PageId.values()) {
            window.press("#nav-" + page.key());
            if (WITH_AMOUNTS.contains(page)) {
                Fx.await("amounts on " + page, () -> said(content(window)).stream().anyMatch(loaded::isIn));
            }
            found.put(page.key(), Fx.get(() -> said(window.root())));
            switch (page) {
                case INVOICES -> {
                    select(window, ".invoice-table");
                    Fx.await("an invoice is open", () -> window.root().lookup(".totals-grid") != null);
                    found.put("one invoice", Fx.get(() -> said(window.root())));
                }
                case CUSTOMERS -> {
                    select(window, "#customers");
                    Fx.run(() -> window.root().lookup("#customers").fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "",
                            "", KeyCode.ENTER, false, false, false, false)));
                    for (String part : List.of("statement", "open", "history", "products")) {
                        window.press("#part-" + part);
                        Fx.await("the " + part + " of a customer", () -> window.root()
                                .lookup("#partner-" + part) instanceof TableView<?> table
                                && said(table).stream().anyMatch(loaded::isIn)
                                && window.root().lookup("#card-owed") != null);
                        found.put("customer, " + part, Fx.get(() -> said(window.root())));
                    }
                }
                case PRODUCTS -> {
                    select(window, "#products");
                    Fx.await("buyers", () -> window.root().lookup("#buyers") instanceof TableView<?> table
                            && said(table).stream().anyMatch(loaded::isIn));
                    found.put("one product", Fx.get(() -> said(window.root())));
                }
                case OVERVIEW, VENDORS, AGED, CHANGED, CHECK, INBOX, SYNCLOG, SECURITY, SETTINGS, HELP -> {
                    // nothing opens there
                }
            }
        }
        return found;
    }

    private static Parent content(StartedWindow window) {
        return (Parent) window.root().lookup(".main");
    }

    private static void select(StartedWindow window, String table) {
        Fx.await("rows of " + table, () -> window.root().lookup(table) instanceof TableView<?> view
                && view.getItems().size() > 1);
        Fx.run(() -> ((TableView<?>) window.root().lookup(table)).getSelectionModel().select(1));
    }

    /** What stands below a node: texts, tooltips, and what is said of it. */
    static List<String> said(Node node) {
        var found = new ArrayList<String>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        switch (node) {
            case Labeled labeled -> add(labeled.getText(), found);
            case Text text -> add(text.getText(), found);
            case TextInputControl input -> add(input.getText(), found);
            default -> {
                // no text of its own
            }
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            add(control.getTooltip().getText(), found);
        }
        add(node.getAccessibleText(), found);
        add(node.getAccessibleHelp(), found);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** What a screen reader is answered below a node. */
    private static List<String> heard(Node node) {
        var found = new ArrayList<String>();
        hear(node, found);
        return found;
    }

    private static void hear(Node node, List<String> found) {
        add((String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT), found);
        add((String) node.queryAccessibleAttribute(AccessibleAttribute.HELP), found);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> hear(child, found));
        }
    }

    private static void add(String text, List<String> found) {
        if (text != null && !text.isBlank()) {
            found.add(text);
        }
    }
}
