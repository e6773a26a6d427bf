package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionProfile;
import app.loupe.review.SearchHint;
import app.loupe.review.Token;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.WrappingTooltip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What the search was understood as, part by part, and what may have been meant instead: a click on a part makes it plain text, its cross takes it out. There
 * only while something is searched.
 */
final class SearchTokens {
    private final InvoicesViewModel model;
    private final InvoiceWords words;
    private final Runnable afterwards;
    private final FlowPane parts = new FlowPane();
    private final Label hint = Nodes.paragraph("", "muted", "small");
    private final VBox view = new VBox(parts, hint);
    private boolean several;

    /** The parts of the model's search; {@code afterwards} is told when one was clicked, and is gone. */
    SearchTokens(InvoicesViewModel model, InvoiceWords words, Runnable afterwards) {
        this.model = model;
        this.words = words;
        this.afterwards = afterwards;
        parts.setId("search-tokens");
        view.getStyleClass().add("search-understood");
        parts.getStyleClass().add("search-tokens");
        hint.setId("search-hint");
        model.tokens().subscribe(this::show);
        model.hints().subscribe(this::say);
    }

    /** All connections that there are, searched or not. */
    void know(List<ConnectionProfile> all) {
        several = all.size() > 1;
    }

    VBox view() {
        return view;
    }

    private void show(List<Token> tokens) {
        parts.getChildren().setAll(tokens.stream().map(this::token).toList());
        Nodes.show(parts, !tokens.isEmpty());
        Nodes.show(view, !tokens.isEmpty());
    }

    private void say(List<SearchHint> hints) {
        var said = new ArrayList<>(words.search().hints(hints));
        if (hints.stream().anyMatch(SearchTokens::isOfNothing)) {
            searchedAlone().ifPresent(one -> said.add(words.get("search.only-here", one.name())));
        }
        hint.setText(String.join(" ", said));
        Nodes.show(hint, !hints.isEmpty());
    }

    /** Another connection may have what this one has not. */
    private Optional<ConnectionProfile> searchedAlone() {
        List<ConnectionProfile> searched = model.connections().get();
        return several && searched.size() == 1 ? Optional.of(searched.getFirst()) : Optional.empty();
    }

    private static boolean isOfNothing(SearchHint hint) {
        return hint.kind() == SearchHint.Kind.NOWHERE || hint.kind() == SearchHint.Kind.NEARLY;
    }

    private HBox token(Token token) {
        String text = words.search().part(token);
        Button remove = Nodes.button("×", () -> {
            model.remove(token);
            afterwards.run();
        }, "token-remove");
        remove.setAccessibleText(words.get("search.token.remove", text));
        var shown = new HBox(token.isMoreThanText() ? toText(token, text) : name(text), remove);
        shown.getStyleClass().add("token");
        return shown;
    }

    private Button toText(Token token, String text) {
        Button button = Nodes.button(text, () -> {
            model.readAsText(token);
            afterwards.run();
        }, "token-name");
        button.setMinWidth(Button.USE_COMPUTED_SIZE);
        button.setAccessibleText(words.get("search.token.to-text.accessible", text));
        button.setTooltip(new WrappingTooltip(words.get("search.token.to-text", token.text())));
        return button;
    }

    private static Node name(String text) {
        Label label = Nodes.label(text, "token-name", "token-text");
        label.setTooltip(new WrappingTooltip(text));
        return label;
    }
}
