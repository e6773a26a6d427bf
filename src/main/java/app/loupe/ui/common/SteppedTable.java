package app.loupe.ui.common;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Skin;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;

/**
 * A table that makes the first of many rows a few in each frame: all that there is room for take a quarter of a second, in which
 * the window would not answer. They are seen once all are there; afterwards it is like any other table. On the FX thread.
 *
 * @param <S> what its rows show
 */
public final class SteppedTable<S> extends TableView<S> {
    /** The least height of a row, with the smallest texts. */
    private static final double LEAST_ROW_PX = 17;
    /** The height of what is made in one frame: four rows with texts of the usual size. */
    private static final double STEP_PX = 140;

    /** By the style sheet. */
    private static final double ROW_EM = 2.65;

    /** The height of a row of one line, in whole pixels: else the lines between rows are crisp and blurred by turns. */
    private static double rowHeight(Font font) {
        return Math.ceil(ROW_EM * font.getSize());
    }

    /** Without rows. */
    public SteppedTable() {
        this(FXCollections.observableArrayList());
    }

    /** Over these rows. */
    public SteppedTable(ObservableList<S> rows) {
        super(rows);
    }

    /** Has this id and these styles, and this name for screen readers. */
    public SteppedTable<S> called(String id, String name, String... styles) {
        setId(id);
        getStyleClass().add("plain-table");
        getStyleClass().addAll(styles);
        setAccessibleText(name);
        return this;
    }

    /** Enter opens what is selected. */
    public SteppedTable<S> opening(Runnable open) {
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
        return this;
    }

    /** Each row is one line of this font, and the columns are fitted anew whenever it changes, and now. */
    public void ofOneLine(ObservableValue<Font> font, Runnable fit) {
        font.subscribe(now -> {
            setFixedCellSize(rowHeight(now));
            fit.run();
        });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new SteppedSkin<>(this);
    }

    /** Gives the rows more room in each frame until they have all of it. */
    private static final class SteppedSkin<S> extends TableViewSkin<S> {
        private double room = STEP_PX;
        private boolean whole;
        private boolean goesOn;

        SteppedSkin(SteppedTable<S> table) {
            super(table);
        }

        @Override
        protected TableHeaderRow createTableHeaderRow() {
            return new ColumnHeads(this);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            if (!whole && getItemCount() > 0) {
                whole = room >= height || !isSeen() || isWithoutBar(height);
                getVirtualFlow().setOpacity(whole ? 1 : 0);
                if (!whole && !goesOn) {
                    goesOn = true;
                    Platform.runLater(this::goOn);
                }
            }
            super.layoutChildren(x, y, width, whole || getItemCount() == 0 ? height : room);
        }

        /** A window that nobody sees has no frames. */
        private boolean isSeen() {
            Scene scene = getSkinnable().getScene();
            return scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
        }

        /** In less room it would have a bar to scroll for some frames, and narrower columns. */
        private boolean isWithoutBar(double height) {
            return getItemCount() * LEAST_ROW_PX < height;
        }

        private void goOn() {
            goesOn = false;
            room += STEP_PX;
            TableView<S> table = getSkinnable();
            if (table != null) {
                table.requestLayout();
            }
        }
    }
}
