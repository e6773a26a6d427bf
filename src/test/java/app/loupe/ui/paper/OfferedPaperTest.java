package app.loupe.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.export.ExportForm;
import app.loupe.export.ExportOutcome;
import app.loupe.export.Printable;
import app.loupe.export.Steps;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.window.WindowSamples;

/** A list or a statement that is looked at before it is given away. */
class OfferedPaperTest {
    private static final ConnectionProfile WHOLE = WindowSamples.profile(WindowSamples.ACME, "Acme Trading");
    private static final ConnectionProfile PART = new ConnectionProfile(WindowSamples.HARBOUR,
            ConnectionProfile.Kind.ODOO, "Harbour Café", null, null, "19.0", null);

    private final Wording wording = WindowSamples.wording();

    private static final class OnePage implements Printable {
        @Override
        public void print(OutputStream out, Steps steps) throws IOException {
            out.write(1);
        }

        @Override
        public List<ExportForm> forms() {
            return List.of(ExportForm.PDF);
        }

        @Override
        public ExportOutcome write(Place place, Steps steps) {
            return new ExportOutcome(0, 0, false, 1, "", null);
        }
    }

    private String warning(ConnectionProfile... read) throws ProblemException {
        ExportOffer offer = ExportOffer.of("all", List.of(read),
                new ExportOffer.Part("list", "List", "", "Title", "list", 0, new OnePage())).orElseThrow();
        return OfferedPaper.of(offer, wording).orElseThrow().source().read(new CancelToken()).warning();
    }

    @Test
    void whatIsNotReadToItsEndIsWarnedOf() throws ProblemException {
        assertThat(warning(PART)).contains("First sync not complete: figures are missing");
        assertThat(warning(WHOLE, PART)).as("one of several").contains("figures are missing");
        assertThat(warning(WHOLE)).isEmpty();
    }
}
