package app.loupe.ui.welcome;

import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.LoupeMark;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TransferRequest;
import app.loupe.ui.common.Wording;
import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The first thing an owner sees: what Loupe does in one sentence, and the ways to begin. */
public final class WelcomeView extends VBox {
    private final Button connect;

    /**
     * A welcome with its two ways.
     *
     * @param addingSample while it holds, a line says so and neither way can be taken again
     */
    public WelcomeView(Wording wording, Runnable onConnect, Runnable onSample, ObservableBooleanValue addingSample) {
        getStyleClass().add("welcome");
        Nodes.dress(this, WelcomeView.class, "welcome.css");
        var ring = new LoupeMark();
        ring.getStyleClass().add("welcome-mark");
        connect = Nodes.button(wording.get("welcome.connect"), onConnect, Styles.ACCENT, Styles.LARGE);
        connect.setId("welcome-connect");
        Button sample = Nodes.button(wording.get("welcome.sample"), onSample, Styles.LARGE);
        sample.setId("welcome-sample");
        var ways = new FlowRow(connect, sample);
        ways.getStyleClass().add("welcome-ways");
        ways.disableProperty().bind(addingSample);
        Button bring = Nodes.button(wording.get("settings.transfer.bring"),
                () -> fireEvent(new TransferRequest(true)));
        bring.setId("bring-transfer");
        bring.disableProperty().bind(addingSample);
        Label adding = Nodes.label(wording.get("welcome.sample.adding"), "welcome-adding");
        adding.visibleProperty().bind(addingSample);
        getChildren().addAll(ring, Nodes.paragraph(wording.get("welcome.title"), "welcome-title"),
                Nodes.paragraph(wording.get("welcome.sentence"), "welcome-sentence"), ways, adding,
                Nodes.paragraph(wording.get("welcome.sample.hint"), "muted", "small", "welcome-hint"), bring);
    }

    /** Puts the focus on the first way. */
    public void focus() {
        connect.requestFocus();
    }
}
