package app.loupe.app;

import static app.loupe.app.WholeLoupe.CLOCK;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.bookcheck.BookCheck;
import app.loupe.bookcheck.BookFindings;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book check over the sealed store. */
class BookCheckIT {
    @TempDir
    private Path folder;

    @Test
    void nothingIsFoundAtTheSampleCompany() throws Exception {
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionProfile sample = loupe.connections().addSample();
            sync(loupe, sample.id());
            var steps = new ArrayList<Integer>();

            BookFindings found = BookCheck.of(loupe.invoices(), loupe.connections().list().getFirst(),
                    LocalDate.now(CLOCK), (read, of) -> steps.add(read), new CancelToken());

            assertThat(found.findings()).isEmpty();
            assertThat(found.invoices()).isGreaterThan(500);
            assertThat(steps).isSorted().hasSizeGreaterThan(2);
        }
    }
}
