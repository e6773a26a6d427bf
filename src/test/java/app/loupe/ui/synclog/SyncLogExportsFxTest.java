package app.loupe.ui.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.export.ExportForm;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.ui.common.ExportOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.FakeJournal;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WindowSamples;
import testkit.window.WrittenOffer;

/** The runs of the sync log can be taken away, and every request of the chosen one. */
class SyncLogExportsFxTest {
    private static final Instant STARTED = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    private final HeldWork work = new HeldWork();
    private final FakeJournal journal = new FakeJournal();
    private final Set<ConnectionId> running = new HashSet<>();
    private final SyncLogScreen screen = Fx
            .get(() -> new SyncLogScreen(journal, running::contains, work.background(), WindowSamples.wording()));

    @BeforeEach
    void sync() {
        journal.runs.add(new RunRecord(WindowSamples.ACME, 2, STARTED, null, SyncMode.CHANGES, null));
        journal.runs.add(new RunRecord(WindowSamples.ACME, 1, STARTED, STARTED.plusSeconds(4), SyncMode.CHANGES,
                new SyncReport.Done(new SyncCounts(12, 3, 0, 0, 0, 0, 0, 0, 5))));
        journal.requests.add(new RequestRecord(STARTED, "erp.acme.example:443", "account.move", "search_read", 15,
                2048, 200, Duration.ofMillis(120), "ok", "TLSv1.3"));
    }

    private Optional<ExportOffer> offer() {
        return Fx.get(screen::exports);
    }

    private void read() {
        Fx.run(() -> screen.select(List.of(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"))));
        work.done();
    }

    private List<String> lines(ExportOffer.Part part) throws IOException, ProblemException {
        Path file = folder.resolve(part.id() + ".jsonl");
        part.takeaway().write(new Takeaway.Place(ExportForm.JSONL, file, false, null), Steps.unwatched());
        return Files.readAllLines(file);
    }

    @Test
    void nothingIsOfferedBeforeItIsRead() {
        assertThat(offer()).isEmpty();
        Fx.run(() -> screen.select(List.of(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"))));
        assertThat(offer()).isEmpty();
        work.done();
        assertThat(offer()).isPresent();
    }

    @Test
    void theRunsAreListedAsTheyAreShown() throws IOException, ProblemException {
        read();
        ExportOffer offer = offer().orElseThrow();

        assertThat(offer.parts()).extracting(ExportOffer.Part::id).containsExactly("list");
        assertThat(new WrittenOffer(offer, folder).rows()).hasSize(3)
                .anyMatch(row -> row.contains("Acme Trading | Sync | 4 s | Everything was read | 12 new, 3 changed"));
        assertThat(lines(offer.parts().getFirst())).containsExactly(
                "{\"connection\":\"Acme Trading\",\"connection_id\":\"" + WindowSamples.ACME.value()
                        + "\",\"run\":2,\"started\":\"2026-11-23T08:00:00Z\",\"ended\":null,\"mode\":\"changes\","
                        + "\"outcome\":null,\"problems\":null,\"added\":null,\"changed\":null,\"removed\":null,"
                        + "\"inaccessible\":null,\"unchanged\":null,\"requests\":null}",
                "{\"connection\":\"Acme Trading\",\"connection_id\":\"" + WindowSamples.ACME.value()
                        + "\",\"run\":1,\"started\":\"2026-11-23T08:00:00Z\",\"ended\":\"2026-11-23T08:00:04Z\","
                        + "\"mode\":\"changes\",\"outcome\":\"done\",\"problems\":null,\"added\":12,\"changed\":3,"
                        + "\"removed\":0,\"inaccessible\":0,\"unchanged\":0,\"requests\":5}");
    }

    /** One run of a connection is at work at most, the newest; a PDF is none of them. */
    @Test
    void aRunWithoutAnEndIsSaidToRunWhileItDoesAndElseToHaveBeenInterrupted() throws IOException, ProblemException {
        journal.runs.add(new RunRecord(WindowSamples.ACME, 3, STARTED, null, SyncMode.ORIGINAL, null));
        journal.runs.add(new RunRecord(WindowSamples.ACME, 0, STARTED.minusSeconds(60), null, SyncMode.FULL, null));
        read();
        String interrupted = "Interrupted before its end, as when Loupe closed";

        assertThat(outcomes()).containsExactlyInAnyOrder("Sync " + interrupted, "Full sync " + interrupted,
                "Original PDF " + interrupted);
        running.add(WindowSamples.ACME);
        assertThat(outcomes()).containsExactlyInAnyOrder("Sync Running", "Full sync " + interrupted,
                "Original PDF " + interrupted);

        ExportOffer running = offer().orElseThrow();
        this.running.clear();
        assertThat(new WrittenOffer(running, folder).rows()).as("the file is written later, elsewhere")
                .anyMatch(row -> row.contains("Running"));
    }

    private List<String> outcomes() throws IOException, ProblemException {
        return new WrittenOffer(offer().orElseThrow(), folder).rows().stream().map(row -> row.split(" \\| ", -1))
                .filter(cells -> cells.length > 4 && cells[3].isEmpty()).map(cells -> cells[2] + " " + cells[4])
                .toList();
    }

    @Test
    void theRequestsAreThoseOfTheChosenRun() throws IOException, ProblemException {
        read();
        Fx.run(() -> {
            // the parts of a split pane are found once it has its skin
            new Scene(screen.view());
            screen.view().applyCss();
            ((TableView<?>) Objects.requireNonNull(screen.view().lookup("#runs"))).getSelectionModel().select(1);
        });
        work.done();
        ExportOffer.Part requests = offer().orElseThrow().parts().getLast();

        assertThat(requests.id()).isEqualTo("requests");
        assertThat(lines(requests)).containsExactly("{\"connection\":\"Acme Trading\",\"connection_id\":\""
                + WindowSamples.ACME.value() + "\",\"run\":1,\"at\":\"2026-11-23T08:00:00Z\","
                + "\"host\":\"erp.acme.example:443\",\"model\":\"account.move\",\"method\":\"search_read\",\"rows\":15,"
                + "\"bytes\":2048,\"status\":200,\"answer\":\"ok\",\"ms\":120,\"tls\":\"TLSv1.3\"}");
    }
}
