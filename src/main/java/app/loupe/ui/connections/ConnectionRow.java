package app.loupe.ui.connections;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.text.ReadingOrder;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingTooltip;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One connection in the sidebar: initial, name, how it is with a link to what can be done about it, ×; or the question
 * whether to delete it. The link stands below the status where there is no room beside it: a word is never broken for it.
 */
final class ConnectionRow extends VBox {
    /** The key ends soon: worth a look, and nothing is wrong yet. */
    private static final PseudoClass EXPIRING = PseudoClass.getPseudoClass("expiring");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ConnectionRowModel model;
    private final SidebarViewModel sidebar;
    private final SyncRuns runs;
    private final RowActions actions;
    private final Wording wording;
    private final RowWords words;
    private final HBox line = new RowLine(this::choose);
    private final Initial initial;
    private final Label name = Nodes.label("", "connection-name");
    private final Label status = Nodes.paragraph("", "connection-status");
    /** What is under way, in the place of the status: always one line, so that nothing below moves with its words. */
    private final Label progress = Nodes.label("", "connection-status");
    private final Hyperlink remedy = new Hyperlink();
    private final ProgressBar bar = new ProgressBar();
    private final Button delete = new Button("×");
    private final Tooltip tooltip = new WrappingTooltip("");
    private final ContextMenu menu = new ContextMenu();
    private boolean selected;

    ConnectionRow(ConnectionRowModel model, SidebarViewModel sidebar, SyncRuns runs, RowActions actions,
            Wording wording, int colour) {
        this.model = model;
        this.sidebar = sidebar;
        this.runs = runs;
        this.actions = actions;
        this.wording = wording;
        this.words = new RowWords(wording);
        this.initial = new Initial(model.profile(), colour);
        getStyleClass().add("connection");
        compose();
        handle();
        fillMenu();
        for (Observable value : new Observable[] {model.profileProperty(), model.invoicesProperty(),
            model.stateProperty()}) {
            value.addListener(changed -> restate());
        }
        model.askingProperty().subscribe(this::ask);
        restate();
    }

    private void compose() {
        remedy.getStyleClass().addAll("connection-remedy");
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        var says = new FlowRow(status, progress, remedy).whole(status);
        progress.setMinWidth(0);
        says.getStyleClass().add("connection-says");
        bar.getStyleClass().addAll("thin-bar", Styles.SMALL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setFocusTraversable(false);
        delete.getStyleClass().addAll("connection-delete", Styles.FLAT);
        delete.setMinWidth(Region.USE_PREF_SIZE);
        // below them, in the room that the row has there anyway
        bar.setManaged(false);
        var texts = new VBox(name, says, bar) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                bar.resizeRelocate(0, getHeight(), getWidth(), bar.prefHeight(-1));
            }
        };
        texts.getStyleClass().add("connection-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        line.getStyleClass().add("connection-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(initial, texts, delete);
        getChildren().add(line);
        Tooltip.install(texts, tooltip);
    }

    private void handle() {
        line.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose();
                line.requestFocus();
            }
        });
        line.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        delete.setOnAction(event -> sidebar.ask(model.id()));
        remedy.setOnAction(event -> help());
    }

    private void fillMenu() {
        var sync = new MenuItem(wording.get("sidebar.menu.sync"));
        sync.setOnAction(event -> runs.start(model.id()));
        var verify = new MenuItem(wording.get("sidebar.menu.verify"));
        verify.setOnAction(event -> runs.verify(model.id()));
        var stop = new MenuItem(wording.get("sidebar.menu.stop"));
        stop.setOnAction(event -> runs.stop(model.id()));
        var edit = new MenuItem(wording.get("sidebar.menu.edit"));
        edit.setOnAction(event -> actions.edit(model.profile()));
        var remove = new MenuItem(wording.get("sidebar.menu.delete"));
        remove.setOnAction(event -> sidebar.ask(model.id()));
        menu.getItems().setAll(sync, verify, stop, edit, remove);
        menu.setOnShowing(event -> {
            sync.setDisable(!runs.mayStart(model.id()));
            verify.setDisable(!runs.mayStart(model.id()));
            stop.setDisable(!runs.isRunning(model.id()));
            boolean deleting = model.state() instanceof RowState.Deleting;
            edit.setDisable(deleting || model.profile().kind() == ConnectionProfile.Kind.SAMPLE);
            remove.setDisable(deleting);
        });
        line.setOnContextMenuRequested(event -> {
            // Windows asks once more after the key that has opened it
            if (!event.isKeyboardTrigger() || !menu.isShowing()) {
                menu.show(line, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
    }

    private void key(KeyEvent event) {
        if (!line.equals(event.getTarget())) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> choose();
            case DELETE, BACK_SPACE -> sidebar.ask(model.id());
            case CONTEXT_MENU -> openMenu();
            default -> {
                if (event.getCode() != KeyCode.F10 || !event.isShiftDown()) {
                    return;
                }
                openMenu();
            }
        }
        event.consume();
    }

    private void choose() {
        sidebar.choose(model.id());
    }

    /** By the keyboard: on Linux the toolkit makes no request for a menu of the keys that ask for one. */
    private void openMenu() {
        menu.show(line, Side.BOTTOM, 0, 0);
    }

    private void help() {
        if (words.expiring(model).isPresent()) {
            actions.edit(model.profile());
        } else if (model.state() instanceof RowState.Resting resting && resting.problem() != null) {
            Problem problem = resting.problem();
            if (RowWords.fixable(problem)) {
                actions.fix(model.profile(), problem);
            } else {
                runs.start(model.id());
            }
        }
    }

    /** Says again how the connection is. */
    void restate() {
        RowState state = model.state();
        Problem problem = state instanceof RowState.Resting resting ? resting.problem() : null;
        String says = words.status(model);
        initial.show(model.profile());
        String called = ReadingOrder.amid(model.profile().name());
        name.setText(model.profile().name());
        status.setText(says);
        status.pseudoClassStateChanged(WRONG, problem != null);
        status.pseudoClassStateChanged(EXPIRING, words.expiring(model).isPresent());
        String help = words.remedy(model).orElse("");
        remedy.setText(help);
        remedy.setAccessibleText(called + ": " + says + ". " + help);
        Nodes.show(remedy, !help.isEmpty());
        boolean working = !(state instanceof RowState.Resting);
        progress.setText(says);
        Nodes.show(progress, working);
        Nodes.show(status, !working);
        bar.setVisible(working);
        bar.setProgress(working ? state.fraction() : 0);
        bar.setAccessibleText(says);
        delete.setDisable(state instanceof RowState.Deleting);
        delete.setAccessibleText(wording.get("sidebar.row.delete.name", model.profile().name()));
        line.setAccessibleText(called + ", " + says);
        tooltip.setText(model.profile().name() + "\n" + (problem == null ? says : wording.sentence(problem))
                + words.verified(model).map(found -> "\n" + found).orElse("")
                + words.begins(model).map(day -> "\n" + day).orElse("")
                + words.keyOf(model).filter(key -> !key.equals(says)).map(key -> "\n" + key).orElse("")
                + words.next(model, runs.next(model.id())).map(next -> "\n" + next).orElse(""));
        describe();
    }

    private void ask(boolean asking) {
        boolean before = getChildren().size() == 1 && !line.equals(getChildren().get(0));
        if (asking == before) {
            return;
        }
        if (asking) {
            var question = new DeleteQuestion(model, wording, notes -> sidebar.delete(model.id(), notes),
                    sidebar::keep);
            getChildren().setAll(question);
            question.focusKeep();
        } else {
            boolean hadFocus = getScene() != null && getScene().getFocusOwner() != null
                    && getChildren().get(0).lookupAll("*").contains(getScene().getFocusOwner());
            getChildren().setAll(line);
            if (hadFocus) {
                line.requestFocus();
            }
        }
    }

    ConnectionRowModel model() {
        return model;
    }

    void markSelected(boolean selected) {
        line.pseudoClassStateChanged(SELECTED, selected);
        this.selected = selected;
        describe();
    }

    /** What an eye sees in the colour and in the tooltip. */
    private void describe() {
        Stream<String> said = Stream.concat(
                selected ? Stream.of(wording.get("sidebar.row.selected")) : Stream.empty(),
                Stream.of(words.verified(model), words.begins(model), words.next(model, runs.next(model.id())))
                        .flatMap(Optional::stream));
        line.setAccessibleHelp(said.collect(Collectors.joining(". ")));
    }

    void focus() {
        line.requestFocus();
    }
}
