package testkit.window;

import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Stands where the invoices will be; notes what it is told. */
public final class FakeScreen implements Screen {
    /** The choices it was given. */
    public final List<List<ConnectionProfile>> selections = new ArrayList<>();
    /** Where other screens led. */
    public final List<Destination> opened = new ArrayList<>();
    /** How often the copy changed. */
    public int refreshes;
    /** How often all that is shown had to be written anew. */
    public int rewrites;
    private final TextField search = new TextField();
    private final VBox view;

    private final PageId page;

    /** A screen with a search field and tools. */
    public FakeScreen(Node... tools) {
        this(PageId.INVOICES, tools);
    }

    /** The same as any page. */
    public FakeScreen(PageId page, Node... tools) {
        this.page = page;
        search.setAccessibleText("search");
        search.setId("search");
        var title = new Label("Invoices");
        title.getStyleClass().add("screen-title");
        var row = new HBox(title, search);
        row.getChildren().addAll(tools);
        row.getStyleClass().add("tool-bar-row");
        view = new VBox(row);
    }

    @Override
    public PageId page() {
        return page;
    }

    @Override
    public void open(Destination destination) {
        opened.add(destination);
    }

    @Override
    public Runnable bookmark() {
        String then = search.getText();
        return () -> search.setText(then);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        selections.add(connections);
    }

    @Override
    public void rewrite() {
        rewrites++;
    }

    @Override
    public void refresh() {
        refreshes++;
    }

    @Override
    public void focusSearch() {
        search.requestFocus();
    }
}
