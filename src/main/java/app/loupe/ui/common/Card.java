package app.loupe.ui.common;

import app.loupe.domain.Problem;
import java.util.Optional;
import javafx.scene.Parent;

/** What the dialog layer shows above the window. All methods are called on the FX thread. */
public interface Card {
    /** The node, always the same while the card is shown. */
    Parent view();

    /** The card is on the screen: takes the focus. */
    void opened();

    /** The card is gone, for whatever reason: stops its work and forgets what was typed. */
    void closed();

    /** What would be left undone if the card went now, and its owner should be told of afterwards; empty for nothing. */
    default Optional<Problem> undone() {
        return Optional.empty();
    }
}
