package app.loupe.ui.changed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ChangeKind;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.ProblemException;
import app.loupe.review.ChangeFeed;
import app.loupe.review.ChangeSpan;
import app.loupe.text.Texts;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.window.ChangeSamples;
import testkit.window.FakeNavigator;
import testkit.window.FakeReader;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WindowSamples;
import testkit.window.WrittenOffer;

/** What is exported of changes says since when, of which kind and how many of all they are. */
class ChangedExportsFxTest {
    @TempDir
    Path folder;

    private final InMemoryBook book = new InMemoryBook();
    private final FakeReader reader = new FakeReader();
    private final HeldWork work = new HeldWork();
    private final Wording wording = Wording.of(new Texts(Locale.ENGLISH),
            Clock.fixed(WindowSamples.NOW, ZoneOffset.UTC));
    private final ChangedViewModel model = Fx.get(() -> new ChangedViewModel(
            new ChangedPorts(book, reader, new IdleSync(), new FakeNavigator()), work.background(), wording));

    private Optional<ExportOffer> offer() {
        return Fx.get(() -> new ChangedExports(model, wording).offer());
    }

    private List<String> about() throws IOException, ProblemException {
        return new WrittenOffer(offer().orElseThrow(), folder).about();
    }

    private void samples() {
        ChangeSamples.all(book, reader, FakeInvoices.ACME);
    }

    @Test
    void nothingIsOfferedBeforeItIsRead() {
        samples();
        assertThat(offer()).isEmpty();
        Fx.run(() -> model.follow(List.of(FakeInvoices.profile())));
        assertThat(offer()).isEmpty();
        Fx.run(() -> model.kind().set(ChangeKind.EDITED));
        assertThat(offer()).as("a kind chosen meanwhile is no reading").isEmpty();
        work.done();
        assertThat(offer()).isPresent();
        Fx.run(model::rewrite);
        assertThat(offer()).isPresent();
    }

    @Test
    void theOnlyKindThatIsListedIsSaid() throws IOException, ProblemException {
        samples();
        Fx.run(() -> model.follow(List.of(FakeInvoices.profile())));
        work.done();
        assertThat(about()).contains("10 changes since you last looked").noneMatch(line -> line.contains("Filters"));

        Fx.run(() -> model.kind().set(ChangeKind.EDITED));

        assertThat(about()).contains("10 changes since you last looked", "Filters: Edited after posting");
        assertThat(offer().orElseThrow().shown()).contains("Edited after posting");
    }

    @Test
    void theSpanIsTheOneOfTheRowsAsLongAsAnotherIsRead() throws IOException, ProblemException {
        samples();
        Fx.run(() -> model.follow(List.of(FakeInvoices.profile())));
        work.done();
        Fx.run(() -> {
            model.kind().set(ChangeKind.EDITED);
            model.span().set(ChangeSpan.TODAY);
        });

        assertThat(about()).contains("10 changes since you last looked");
        work.done();
        assertThat(about()).anyMatch(line -> line.endsWith("changes today"));
    }

    @Test
    void whatIsCutIsSaid() throws IOException, ProblemException {
        new ChangeSamples(book, reader, FakeInvoices.ACME, 1, WindowSamples.NOW);
        for (int i = 0; i <= ChangeFeed.MOST_CHANGES; i++) {
            new ChangeSamples(book, reader, FakeInvoices.ACME, 1, WindowSamples.NOW).note(i + 1,
                    InvoiceChange.Kind.NEW);
        }
        Fx.run(() -> model.follow(List.of(FakeInvoices.profile())));
        work.done();

        assertThat(about()).anyMatch(line -> line.contains("the newest of more than 20,000"));
    }
}
