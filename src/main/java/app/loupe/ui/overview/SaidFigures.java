package app.loupe.ui.overview;

import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TextLink;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;

/** A sentence whose figures lead to what they are of. On the FX thread. */
final class SaidFigures extends FlowRow {
    private List<String> said = List.of();
    private List<Figure> figures = List.of();

    /**
     * One figure.
     *
     * @param name what a screen reader says of it
     */
    record Figure(String text, String name, Runnable follow) {}

    /** A sentence that says nothing yet. */
    SaidFigures() {
        getStyleClass().add("said-figures");
    }

    /** Says this from now on; the same once more leaves the focus where it is. */
    void say(String beginning, List<Figure> now) {
        figures = List.copyOf(now);
        var texts = new ArrayList<>(List.of(beginning));
        figures.stream().map(Figure::text).forEach(texts::add);
        if (texts.equals(said)) {
            return;
        }
        said = List.copyOf(texts);
        var words = new ArrayList<Label>(List.of(Nodes.label(beginning, "said-beginning")));
        for (int i = 0; i < figures.size(); i++) {
            int which = i;
            words.add(new TextLink(figures.get(i).text(), figures.get(i).name(),
                    () -> figures.get(which).follow().run()));
        }
        words.forEach(word -> word.setMinWidth(USE_PREF_SIZE));
        getChildren().setAll(words);
    }
}
