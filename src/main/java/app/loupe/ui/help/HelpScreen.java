package app.loupe.ui.help;

import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Wording;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The owner's guide in the language of the window, a section at a time, with a search over all of them. Needs no network and no
 * connection.
 */
public final class HelpScreen implements Screen {
    private final Wording wording;
    private final VBox view = new VBox();
    private final TextField search = new TextField();
    private final FlowPane contents = new FlowPane();
    private final Label none = Nodes.paragraph("", "muted");
    private final VBox shown = new VBox();
    private final ScrollPane scroll;
    private List<GuideSection> sections = List.of();
    /** The heading that was asked for, as long as nobody scrolls: pictures that are read later move it. */
    private @Nullable Node wanted;

    /** A screen that reads the guide when it is first seen. */
    public HelpScreen(Wording wording) {
        this.wording = wording;
        view.getStyleClass().add("help");
        Nodes.dress(view, HelpScreen.class, "help.css");
        search.setId("help-search");
        search.getStyleClass().add("search-field");
        search.setPromptText(wording.get("help.search"));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().subscribe((before, now) -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var head = new FlowRow(Nodes.label(wording.get("nav.help"), "screen-title"), Nodes.spacer(), search);
        head.getStyleClass().add("tool-bar-row");
        contents.setId("help-contents");
        contents.getStyleClass().add("help-contents");
        none.setId("help-none");
        Nodes.show(none, false);
        var page = new VBox(contents, none, shown);
        page.getStyleClass().add("help-page");
        scroll = new ScrollPane(page);
        scroll.setId("help-scroll");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(wording.get("nav.help"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.addEventFilter(ScrollEvent.ANY, event -> wanted = null);
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> wanted = null);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, event -> wanted = null);
        // where it stands is known after the next layout
        shown.heightProperty().subscribe(height -> Platform.runLater(this::reveal));
        view.getChildren().addAll(head, scroll);
    }

    private void read() {
        if (sections.isEmpty()) {
            sections = GuideReader.packed(wording.texts().language());
            contents.getChildren().setAll(sections.stream().map(this::chip).toList());
            open(sections.getFirst());
        }
    }

    private ToggleButton chip(GuideSection section) {
        var chip = new ToggleButton(section.title());
        chip.getStyleClass().add("chip");
        chip.setMnemonicParsing(false);
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setUserData(section);
        chip.setOnAction(event -> open(section));
        return chip;
    }

    private void open(GuideSection section) {
        chips().forEach(chip -> chip.setSelected(section.equals(chip.getUserData())));
        shown.getChildren().setAll(new GuidePage(page(section), wording.get("help.heading"), this::follow));
        scroll.setVvalue(0);
        wanted = null;
    }

    /** The introduction goes on with what there is to read. */
    private GuideSection page(GuideSection section) {
        return section.equals(sections.getFirst())
                ? section.leadingTo(sections.subList(1, sections.size()))
                : section;
    }

    private List<ToggleButton> chips() {
        return contents.getChildren().stream().map(ToggleButton.class::cast).toList();
    }

    /** Opens the section with this heading, and brings the heading into sight. */
    private void follow(String anchor) {
        search.clear();
        sections.stream().filter(section -> section.has(anchor)).findFirst().ifPresent(section -> {
            open(section);
            wanted = shown.lookup("#" + anchor);
            Platform.runLater(this::reveal);
            scroll.requestFocus();
        });
    }

    private void reveal() {
        Node heading = wanted;
        if (heading != null) {
            view.applyCss();
            view.layout();
            double height = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            double top = scroll.getContent().sceneToLocal(heading.localToScene(0, 0)).getY();
            scroll.setVvalue(height <= 0 ? 0 : Math.min(1, top / height));
        }
    }

    /** Leaves the sections that hold what is searched, and opens the first of them. */
    private void find() {
        List<GuideSection> found = sections.stream().filter(section -> section.matches(search.getText())).toList();
        chips().forEach(chip -> Nodes.show(chip, found.contains(chip.getUserData())));
        Nodes.show(none, found.isEmpty());
        none.setText(found.isEmpty() ? wording.get("help.none", search.getText()) : "");
        if (found.isEmpty()) {
            shown.getChildren().clear();
        } else if (chips().stream().noneMatch(chip -> chip.isSelected() && found.contains(chip.getUserData()))
                || shown.getChildren().isEmpty()) {
            open(found.getFirst());
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
            scroll.requestFocus();
            event.consume();
        }
    }

    @Override
    public PageId page() {
        return PageId.HELP;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void entered() {
        read();
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        read();
    }

    @Override
    public void refresh() {
        // the same for every copy
    }

    @Override
    public void rewrite() {
        // the amounts in its pictures are those of the sample company
    }

    @Override
    public void focusList() {
        scroll.requestFocus();
    }

    @Override
    public void focusSearch() {
        search.requestFocus();
    }
}
