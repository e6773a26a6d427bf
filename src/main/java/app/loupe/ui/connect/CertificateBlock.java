package app.loupe.ui.connect;

import app.loupe.domain.CertificateFacts;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows a certificate that no authority vouches for, and lets the owner trust it for this connection alone. */
final class CertificateBlock extends VBox {
    private static final int PAIRS_A_LINE = 16;

    private final Wording wording;
    private final Consumer<CertificateFacts> onTrust;

    CertificateBlock(Wording wording, Consumer<CertificateFacts> onTrust) {
        this.wording = wording;
        this.onTrust = onTrust;
        getStyleClass().add("certificate");
    }

    void show(@Nullable CertificateFacts facts) {
        Nodes.show(this, facts != null);
        getChildren().clear();
        if (facts == null) {
            return;
        }
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        String until = wording.dates().day(facts.validUntil().atZone(wording.clock().getZone()).toLocalDate());
        int row = 0;
        for (List<String> pair : List.of(List.of("connect.certificate.subject", facts.subject()),
                List.of("connect.certificate.issuer", facts.issuer()), List.of("connect.certificate.until", until))) {
            grid.add(Nodes.label(wording.get(pair.getFirst()), "muted", "fact-name"), 0, row);
            grid.add(Nodes.paragraph(pair.getLast()), 1, row++);
        }
        Button trust = Nodes.button(wording.get("connect.certificate.trust"), () -> onTrust.accept(facts));
        trust.setId("trust");
        getChildren().addAll(Nodes.paragraph(wording.get("connect.certificate.intro")), grid,
                Nodes.label(wording.get("connect.certificate.fingerprint"), "muted"), fingerprint(facts), trust);
    }

    private TextArea fingerprint(CertificateFacts facts) {
        String pairs = facts.fingerprint().display();
        int half = PAIRS_A_LINE * 3 - 1;
        var area = new TextArea(pairs.substring(0, half) + "\n" + pairs.substring(half + 1));
        area.setEditable(false);
        area.setPrefRowCount(2);
        area.setId("fingerprint");
        area.getStyleClass().add("fingerprint");
        area.setAccessibleText(wording.get("connect.certificate.fingerprint"));
        return area;
    }
}
