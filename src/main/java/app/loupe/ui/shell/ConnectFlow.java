package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Problem;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import app.loupe.ui.connect.ConnectDialog;
import app.loupe.ui.connect.ConnectHost;
import app.loupe.ui.connect.ConnectViewModel;
import app.loupe.ui.connections.RowActions;
import app.loupe.ui.connections.SidebarViewModel;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Opens the connect dialog, for a new connection or for a stored one, and brings in the sample company. */
final class ConnectFlow implements RowActions, ConnectHost {
    private final Connections connections;
    private final Background background;
    private final Wording wording;
    private final DialogLayer layer;
    private final SidebarViewModel sidebar;
    private final ReadOnlyBooleanWrapper addingSample = new ReadOnlyBooleanWrapper();
    private int edits;

    ConnectFlow(Connections connections, Background background, Wording wording, DialogLayer layer,
            SidebarViewModel sidebar) {
        this.connections = connections;
        this.background = background;
        this.wording = wording;
        this.layer = layer;
        this.sidebar = sidebar;
    }

    @Override
    public void add() {
        open(model -> {});
    }

    @Override
    public void edit(ConnectionProfile profile) {
        edit(profile, null);
    }

    @Override
    public void fix(ConnectionProfile profile, Problem problem) {
        edit(profile, problem);
    }

    private void edit(ConnectionProfile profile, @Nullable Problem problem) {
        int mine = ++edits;
        int before = layer.cards();
        background.run("read endpoint", () -> connections.endpoint(profile.id())).onSuccess(found -> {
            // a card that was opened since may hold what was typed, or work that would end with it
            if (mine == edits && before == layer.cards()) {
                open(model -> model.startFrom(profile, found.orElse(null), problem));
            }
        }).start();
    }

    @Override
    public void saved(ConnectionProfile profile) {
        sidebar.welcome(profile);
    }

    @Override
    public void renamed(ConnectionProfile profile) {
        sidebar.reload();
    }

    @Override
    public void close() {
        layer.close();
    }

    @Override
    public void hold(ConnectionId id, Runnable next) {
        sidebar.hold(id, next);
    }

    @Override
    public void release(ConnectionId id) {
        sidebar.release(id);
    }

    /** Adds the sample company; what is seen of it at once is {@link #addingSample}. */
    void addSample() {
        addingSample.set(true);
        background.run("add sample", connections::addSample).onSuccess(sidebar::welcome)
                .afterwards(() -> addingSample.set(false)).start();
    }

    /** Whether the sample company is being added. */
    ReadOnlyBooleanProperty addingSample() {
        return addingSample.getReadOnlyProperty();
    }

    private void open(Consumer<ConnectViewModel> start) {
        var model = new ConnectViewModel(connections, background, wording, this);
        start.accept(model);
        layer.show(new ConnectDialog(model, wording, layer::close));
    }
}
