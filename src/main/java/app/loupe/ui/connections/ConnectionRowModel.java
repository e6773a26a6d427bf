package app.loupe.ui.connections;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One connection in the sidebar: what it is called, what it is doing, and whether its deletion is being asked. */
public final class ConnectionRowModel {
    private final ConnectionId id;
    private final ObjectProperty<ConnectionProfile> profile;
    private final LongProperty invoices = new SimpleLongProperty();
    private final LongProperty products = new SimpleLongProperty();
    private final ObjectProperty<RowState> state = new SimpleObjectProperty<>(new RowState.Resting(null));
    private final BooleanProperty asking = new SimpleBooleanProperty();

    ConnectionRowModel(ConnectionProfile profile) {
        this.id = profile.id();
        this.profile = new SimpleObjectProperty<>(profile);
    }

    /** Which connection; never changes. */
    public ConnectionId id() {
        return id;
    }

    ObjectProperty<ConnectionProfile> profileProperty() {
        return profile;
    }

    /** Name, age and the rest. */
    public ConnectionProfile profile() {
        return profile.get();
    }

    /** How many invoices the copy holds. */
    public LongProperty invoicesProperty() {
        return invoices;
    }

    /** How many products stand on them, as far as they could be read. */
    LongProperty productsProperty() {
        return products;
    }

    ObjectProperty<RowState> stateProperty() {
        return state;
    }

    RowState state() {
        return state.get();
    }

    /** Whether the row asks "Delete?" now. */
    public BooleanProperty askingProperty() {
        return asking;
    }
}
