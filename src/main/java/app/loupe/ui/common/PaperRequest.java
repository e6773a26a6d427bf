package app.loupe.ui.common;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** The owner wants to look at a PDF. Goes up from a screen to the window. */
@SuppressWarnings("serial") // events of the toolkit are serializable; nobody writes this one
public final class PaperRequest extends Event {
    /** Its only type. */
    public static final EventType<PaperRequest> TYPE = new EventType<>(Event.ANY, "PAPER_REQUEST");

    @Serial
    private static final long serialVersionUID = 1;

    private final ShownPaper paper;

    /** A request for this one. */
    public PaperRequest(ShownPaper paper) {
        super(TYPE);
        this.paper = paper;
    }

    /** What is to be shown. */
    public ShownPaper paper() {
        return paper;
    }
}
