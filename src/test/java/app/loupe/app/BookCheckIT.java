package app.loupe.app;

import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.bookcheck.BookCheck;
import app.loupe.bookcheck.BookFindings;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The book check over the sealed store. */
class BookCheckIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-01", "2026-11-08", "2026-11-24", "2027-02-17"})
    void nothingIsFoundAtTheSampleCompany(LocalDate day) throws Exception {
        var clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try (OpenLoupe loupe = new WholeLoupe(folder, clock).open()) {
            ConnectionProfile sample = loupe.connections().addSample();
            sync(loupe, sample.id());
            var steps = new ArrayList<Integer>();

            BookFindings found = BookCheck.of(loupe.invoices(), loupe.connections().list().getFirst(),
                    day, (read, of) -> steps.add(read), new CancelToken());

            assertThat(found.findings()).isEmpty();
            assertThat(found.invoices()).isGreaterThan(500);
            assertThat(steps).isSorted().hasSizeGreaterThan(2);
        }
    }
}
