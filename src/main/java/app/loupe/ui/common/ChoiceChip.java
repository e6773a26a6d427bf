package app.loupe.ui.common;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** A chip that opens a list of which one is chosen; not there when there is nothing to choose. On the FX thread. */
public final class ChoiceChip<E> extends MenuButton {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Function<E, String> name;
    private final Consumer<E> choose;
    private final String says;
    private List<E> offered = List.of();
    private List<String> names = List.of();

    /**
     * A chip without a choice.
     *
     * @param says what is chosen here, for screen readers
     */
    public ChoiceChip(String id, String says, Function<E, String> name, Consumer<E> choose) {
        this.says = says;
        this.name = name.andThen(ShownText::of);
        this.choose = choose;
        setId(id);
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        setMnemonicParsing(false);
    }

    /** Offers these, of which one is chosen; the first is what nothing was done for. */
    public void show(List<E> all, E chosen) {
        List<String> called = all.stream().map(name).toList();
        boolean same = all.equals(offered) && called.equals(names) && name.apply(chosen).equals(getText());
        offered = List.copyOf(all);
        names = called;
        if (!same) {
            offer(all, chosen);
        }
        setText(name.apply(chosen));
        setAccessibleText(says + ": " + getText());
        pseudoClassStateChanged(CHOSEN, !all.isEmpty() && !all.getFirst().equals(chosen));
        Nodes.show(this, all.size() > 1);
    }

    /** The list may be open: it is not touched while it says the same. */
    private void offer(List<E> all, E chosen) {
        var group = new ToggleGroup();
        getItems().setAll(all.stream().map(one -> {
            var item = new RadioMenuItem(name.apply(one));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(one.equals(chosen));
            item.setOnAction(event -> choose.accept(one));
            return item;
        }).toList());
    }
}
