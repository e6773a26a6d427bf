package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** The owner wants to change a connection. Goes up from a screen, or what stands above it, to the window, which opens the card. */
@SuppressWarnings("serial") // events of the toolkit are serializable; nobody writes this one
public final class EditRequest extends Event {
    /** Its only type. */
    public static final EventType<EditRequest> TYPE = new EventType<>(Event.ANY, "EDIT_REQUEST");

    @Serial
    private static final long serialVersionUID = 1;

    private final ConnectionProfile profile;

    /** A request for the card of this one. */
    public EditRequest(ConnectionProfile profile) {
        super(TYPE);
        this.profile = profile;
    }

    /** What is to be changed. */
    public ConnectionProfile profile() {
        return profile;
    }
}
