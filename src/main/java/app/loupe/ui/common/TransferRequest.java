package app.loupe.ui.common;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** The owner wants to make a transfer file, or to bring one in. Goes up to the window, which opens the card for it. */
@SuppressWarnings("serial") // events of the toolkit are serializable; nobody writes this one
public final class TransferRequest extends Event {
    /** Its only type. */
    public static final EventType<TransferRequest> TYPE = new EventType<>(Event.ANY, "TRANSFER_REQUEST");

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean brings;

    /**
     * A request.
     *
     * @param brings whether one is to be brought in
     */
    public TransferRequest(boolean brings) {
        super(TYPE);
        this.brings = brings;
    }

    /** Whether a file is to be brought in; otherwise one is to be made. */
    public boolean brings() {
        return brings;
    }
}
