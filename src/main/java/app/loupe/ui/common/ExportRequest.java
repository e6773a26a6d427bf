package app.loupe.ui.common;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** The owner wants to take away what is shown. Goes up from a screen to the window, which asks the screen for its offer. */
@SuppressWarnings("serial") // events of the toolkit are serializable; nobody writes this one
public final class ExportRequest extends Event {
    /** Its only type. */
    public static final EventType<ExportRequest> TYPE = new EventType<>(Event.ANY, "EXPORT_REQUEST");

    @Serial
    private static final long serialVersionUID = 1;

    /** A request. */
    public ExportRequest() {
        super(TYPE);
    }
}
