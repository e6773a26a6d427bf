package app.loupe.ui.connect;

import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.text.OneLine;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows a certificate that no authority vouches for, or one that took the place of the trusted one, and lets the owner
 * trust it for this connection alone.
 */
final class CertificateBlock extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final int PAIRS_A_LINE = 16;

    private final Wording wording;
    private final Consumer<CertificateFacts> onTrust;

    CertificateBlock(Wording wording, Consumer<CertificateFacts> onTrust) {
        this.wording = wording;
        this.onTrust = onTrust;
        getStyleClass().add("certificate");
    }

    void show(@Nullable CertificateQuestion question) {
        Nodes.show(this, question != null);
        getChildren().clear();
        if (question == null) {
            return;
        }
        boolean changed = question.before().isPresent();
        pseudoClassStateChanged(CHANGED, changed);
        // what has happened, and then what to do
        wording.get(changed ? "connect.certificate.changed" : "connect.certificate.intro").lines()
                .map(Nodes::paragraph).forEach(getChildren()::add);
        getChildren().add(facts(question.shown()));
        question.before().ifPresent(pin -> fingerprint("connect.certificate.before", pin, "fingerprint-before"));
        fingerprint(changed ? "connect.certificate.now" : "connect.certificate.fingerprint",
                question.shown().fingerprint(), "fingerprint");
        Button trust = Nodes.button(wording.get(changed ? "connect.certificate.renew" : "connect.certificate.trust"),
                () -> onTrust.accept(question.shown()));
        trust.setId("trust");
        getChildren().add(trust);
    }

    private GridPane facts(CertificateFacts shown) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        String until = wording.dates().day(shown.validUntil().atZone(wording.clock().getZone()).toLocalDate());
        int row = 0;
        // whoever made the certificate chose these: they must not look like words of Loupe's
        for (List<String> pair : List.of(List.of("connect.certificate.subject", OneLine.of(shown.subject())),
                List.of("connect.certificate.issuer", OneLine.of(shown.issuer())),
                List.of("connect.certificate.until", until))) {
            grid.add(Nodes.label(wording.get(pair.getFirst()), "muted", "fact-name"), 0, row);
            grid.add(Nodes.paragraph(pair.getLast()), 1, row++);
        }
        return grid;
    }

    private void fingerprint(String key, CertificatePin pin, String id) {
        String pairs = pin.display();
        int half = PAIRS_A_LINE * 3 - 1;
        var area = new TextArea(pairs.substring(0, half) + "\n" + pairs.substring(half + 1));
        area.setEditable(false);
        area.setPrefRowCount(2);
        area.setId(id);
        area.getStyleClass().add("fingerprint");
        area.setAccessibleText(wording.get(key));
        getChildren().addAll(Nodes.label(wording.get(key), "muted"), area);
    }
}
