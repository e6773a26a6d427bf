package app.loupe.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Quarter;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Secret;
import app.loupe.export.Cell;
import app.loupe.export.Column;
import app.loupe.export.ExportForm;
import app.loupe.export.ExportOutcome;
import app.loupe.export.FileTakeaway;
import app.loupe.export.Report;
import app.loupe.export.ReportRow;
import app.loupe.export.PackPeriod;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.text.Texts;
import app.loupe.ui.common.WorkProgress;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.control.DatePicker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.window.Fx;
import testkit.window.NoneExpected;

class ExportViewModelFxTest {
    private static final long MANY = 1_000_000_000L;

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    @TempDir
    Path documents;

    private Wording wording = Wording.of(new Texts(Locale.ENGLISH),
            Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));

    private ExportViewModel model(Takeaway takeaway, long invoices) {
        var copy = FakeInvoices.empty();
        var read = new ReadTogether(List.of(FakeInvoices.profile()), List.of());
        var offer = new ExportOffer("shown", read,
                List.of(new ExportOffer.Part("these", "These", "", "Title", "invoices 2026-11", invoices, takeaway)));
        var ports = new ExportPorts(copy, copy.shelf(), copy.book(), (title, proposed) -> Optional.empty(),
                new ExportPlaces() {
                    @Override
                    public Path documents() {
                        return documents;
                    }

                    @Override
                    public void show(Path written) {
                        unexpected.came(written);
                    }
                }, new ArchivePhrases() {
                    @Override
                    public boolean suffice(Secret passphrase) {
                        return passphrase.length() > 3;
                    }

                    @Override
                    public boolean isKnown(Secret passphrase) {
                        return passphrase.length() == 2;
                    }

                    @Override
                    public String offer() {
                        return "offered";
                    }
                });
        ExportViewModel model = Fx.get(() -> new ExportViewModel(offer, ports,
                new Background(Thread::startVirtualThread, unexpected), wording));
        Fx.await("a place", () -> model.choice().place().get() != null);
        return model;
    }

    private Takeaway endless(CountDownLatch begun) {
        return FileTakeaway.of(wording.texts(), forPrograms -> new Report("n", "t", List.of(), "",
                List.of(Column.whole("n", "N")), sink -> {
                    for (long i = 0; i < MANY; i++) {
                        sink.row(ReportRow.of(Cell.whole(i)));
                        begun.countDown();
                    }
                }));
    }

    private static Takeaway failing(ProblemCode code) {
        return new Takeaway() {
            @Override
            public List<ExportForm> forms() {
                return List.of(ExportForm.XLSX);
            }

            @Override
            public ExportOutcome write(Place place, Steps steps) throws ProblemException {
                throw ProblemException.of(code, place.path().toString());
            }
        };
    }

    /** Writes a file of this mode, as a place makes it that keeps no rights. */
    private static Takeaway inMode(String mode) {
        return new Takeaway() {
            @Override
            public List<ExportForm> forms() {
                return List.of(ExportForm.XLSX);
            }

            @Override
            public ExportOutcome write(Place place, Steps steps) {
                try {
                    Files.writeString(place.path(), "figures");
                    Files.setPosixFilePermissions(place.path(), PosixFilePermissions.fromString(mode));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                return new ExportOutcome(1, 0, false, 1, "", null);
            }
        };
    }

    private static void write(ExportViewModel model, String passphrase, String again) {
        Fx.run(() -> model.write(Secret.ofChars(passphrase), Secret.ofChars(again)));
    }

    private static What what(ExportViewModel model, String id) {
        return model.choice().all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private String name(ExportViewModel model) {
        return Fx.get(() -> documents.relativize(model.choice().place().get()).toString());
    }

    @Test
    void theNameSaysWhoseWhatAndOfWhen() {
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);
        assertThat(name(model)).isEqualTo("Acme Trading invoices 2026-11.xlsx");

        Fx.run(() -> model.choice().choose(what(model, "pack")));
        assertThat(name(model)).isEqualTo("Acme Trading month-end 2026-10.zip");
        Fx.run(() -> model.choice().period().set(new PackPeriod.WholeMonth(YearMonth.of(2025, 12))));
        assertThat(name(model)).isEqualTo("Acme Trading month-end 2025-12.zip");
        Fx.run(() -> model.choice().choose(ExportForm.FOLDER));
        assertThat(name(model)).isEqualTo("Acme Trading month-end 2025-12");
        Fx.run(() -> model.choice().period().set(new PackPeriod.WholeQuarter(new Quarter(2025, 4))));
        assertThat(name(model)).isEqualTo("Acme Trading quarter-end 2025-Q4");

        Fx.run(() -> model.choice().choose(what(model, "archive")));
        assertThat(name(model)).isEqualTo("Acme Trading archive 2025-01-01 to 2025-12-31");
    }

    @Test
    void aQuarterStandsAboveTheNewestOfItsMonths() {
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);

        assertThat(Fx.get(() -> model.choice().periods()).stream().map(PackPeriod::toString)).startsWith("2026-Q4",
                "2026-11", "2026-10", "2026-Q3", "2026-09", "2026-08", "2026-07", "2026-Q2").doesNotHaveDuplicates();
        assertThat(Fx.get(() -> model.choice().period().get())).hasToString("2026-10");
    }

    @Test
    void aFormIsKeptWhereTheOtherCanHaveItToo() {
        ExportViewModel model = model(endless(new CountDownLatch(1)), 0);
        Fx.run(() -> model.choice().choose(ExportForm.CSV));
        Fx.run(() -> model.choice().choose(what(model, "pack")));
        assertThat(model.choice().form().get()).isEqualTo(ExportForm.ZIP);
        Fx.run(() -> model.choice().choose(ExportForm.FOLDER));
        Fx.run(() -> model.choice().choose(what(model, "archive")));
        assertThat(model.choice().form().get()).isEqualTo(ExportForm.FOLDER);
        Fx.run(() -> model.choice().choose(what(model, "these")));
        assertThat(model.choice().form().get()).isEqualTo(ExportForm.XLSX);
        assertThat(what(model, "these").forms()).doesNotContain(ExportForm.ZIP, ExportForm.FOLDER);
    }

    @Test
    void aFormThatNobodyChoseIsTheMostUsualOne() {
        var form = new AtomicReference<ExportForm>();
        var choice = Fx.get(() -> new ExportChoice(ExportOffer.of("", List.of(FakeInvoices.profile()),
                new ExportOffer.Part("list", "", "", "Title", "list", 0, endless(new CountDownLatch(1))),
                new ExportOffer.Part("letter", "", "", "Title", "letter", 0,
                        FileTakeaway.letter((as, out, steps) -> {})))
                .orElseThrow(), wording));
        Fx.run(() -> choice.form().subscribe(form::set));
        assertThat(form).hasValue(ExportForm.XLSX);

        Fx.run(() -> choice.choose(choice.all().get(1)));
        assertThat(form).hasValue(ExportForm.PDF);
        Fx.run(() -> choice.choose(ExportForm.CSV));
        Fx.run(() -> choice.choose(choice.all().getFirst()));
        assertThat(form).hasValue(ExportForm.CSV);
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--, true", "rw----r--, true", "rw-------, false"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions")
    void aPlaceThatKeepsNoRightsIsNamedBelowWhatWasWritten(String mode, boolean told) {
        ExportViewModel model = model(inMode(mode), 1);
        WrittenBlock block = Fx.get(() -> new WrittenBlock(model, wording, () -> {}));
        write(model, "", "");
        Fx.await("written", () -> model.state().get() == ExportViewModel.State.WRITTEN);
        assertThat(Fx.get(() -> block.lookup("#export-open").isVisible())).isEqualTo(told);
    }

    @Test
    void whatIsCancelledLeavesNothing() throws Exception {
        var begun = new CountDownLatch(1);
        ExportViewModel model = model(endless(begun), 0);
        Fx.run(() -> model.choice().choose(ExportForm.CSV));
        write(model, "", "");
        begun.await();
        Fx.run(model::stop);
        Fx.await("stopped", () -> model.state().get() == ExportViewModel.State.ASKING);
        assertThat(model.note().get().text()).isEqualTo("Stopped. Nothing was written.");
        assertThat(model.note().get().wrong()).isFalse();
        try (Stream<Path> files = Files.list(documents)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatEndsWithTheFilesIsNoFailure() {
        ExportViewModel model = model(failing(ProblemCode.FILES_CLOSED), 3);
        write(model, "", "");
        Fx.await("stopped", () -> model.note().get().text().equals("Stopped. Nothing was written."));
        assertThat(model.note().get().wrong()).isFalse();
    }

    @Test
    void whyNothingWasWrittenIsToldInPlace() {
        for (ProblemCode code : List.of(ProblemCode.DISK_FULL, ProblemCode.EXPORT_UNWRITABLE,
                ProblemCode.EXPORT_FOLDER_MISSING)) {
            ExportViewModel model = model(failing(code), 3);
            write(model, "", "");
            Fx.await("told " + code, () -> model.note().get().wrong());

            assertThat(model.state().get()).isEqualTo(ExportViewModel.State.ASKING);
            assertThat(model.note().get().text()).contains(wording.get("problem." + code.key() + ".title"));
            assertThat(model.choice().replaces().get()).isFalse();
            Fx.run(() -> model.choice().choose(what(model, "pack")));
            assertThat(model.note().get().text()).isEmpty();
        }
    }

    @Test
    void anArchiveThatIsToBeProtectedNeedsOnePassphraseTwice() throws IOException {
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);
        Fx.run(() -> model.choice().protect().set(true));
        assertThat(Fx.get(model.choice()::isEncrypted)).as("a spreadsheet is not").isFalse();
        Fx.run(() -> model.choice().choose(what(model, "archive")));
        for (List<String> typed : List.of(List.of("", "", "Type a passphrase"), List.of("four", "five", "not the same"),
                List.of("ab", "ab", "anyone would guess"), List.of("abc", "abc", "too easy"))) {
            write(model, typed.get(0), typed.get(1));
            assertThat(model.note().get().text()).contains(typed.get(2));
            assertThat(model.state().get()).isEqualTo(ExportViewModel.State.ASKING);
        }
        Fx.run(() -> model.choice().choose(ExportForm.FOLDER));
        assertThat(Fx.get(model.choice()::isEncrypted)).as("a folder is not").isFalse();
        try (Stream<Path> files = Files.list(documents)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void daysTheWrongWayRoundAreRefused() {
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);
        Fx.run(() -> model.choice().choose(what(model, "archive")));
        Fx.run(() -> model.choice().to().set(LocalDate.of(2024, 12, 31)));
        write(model, "", "");

        assertThat(model.note().get().text()).contains("before the first");
        assertThat(model.state().get()).isEqualTo(ExportViewModel.State.ASKING);
    }

    @Test
    void theProgressCountsInvoicesHoweverOftenEachIsWritten() {
        var at = new WorkProgress.At(1_468, 2_368);
        assertThat(at.percent()).isEqualTo(61);
        assertThat(wording.get("export.progress.invoices", at.done() * 1_184 / at.of(), 1_184L))
                .isEqualTo("734 of 1,184 documents");
        assertThat(WorkProgress.At.START.fraction()).isNegative();
    }

    @Test
    void thePlaceThatTheOwnerNamedStaysButForItsEnding() {
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);
        Fx.run(() -> {
            model.choice().choose(what(model, "pack"));
            model.choice().into(documents.resolve("mine.zip"));
            model.choice().period().set(new PackPeriod.WholeMonth(YearMonth.of(2025, 12)));
        });
        assertThat(name(model)).isEqualTo("mine.zip");
        Fx.run(() -> model.choice().choose(ExportForm.FOLDER));
        assertThat(name(model)).isEqualTo("mine");
        Fx.run(() -> model.choice().choose(ExportForm.ZIP));
        assertThat(name(model)).isEqualTo("mine.zip");
        Fx.run(() -> model.choice().choose(what(model, "archive")));
        Fx.run(() -> model.choice().to().set(LocalDate.of(2026, 6, 30)));
        assertThat(name(model)).isEqualTo("mine.zip");
        Fx.run(() -> model.choice().choose(what(model, "these")));
        assertThat(name(model)).isEqualTo("mine.xlsx");
    }

    @Test
    void anEndingIsTheSameInEveryRegion() {
        wording = Wording.of(new Texts(Locale.of("tr")), wording.clock());
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);
        Fx.run(() -> {
            model.choice().choose(what(model, "pack"));
            model.choice().into(documents.resolve("MINE.ZIP"));
        });

        assertThat(name(model)).isEqualTo("MINE.ZIP");
        assertThat(Fx.get(model.choice()::overwrites)).as("the system's dialog has asked").isTrue();
        Fx.run(() -> model.choice().into(documents.resolve("other")));
        assertThat(name(model)).isEqualTo("other.zip");
        assertThat(Fx.get(model.choice()::overwrites)).as("it was asked about another name").isFalse();
    }

    @Test
    void aFolderThatIsCalledLikeAZipIsAFolderAndNotEncrypted() {
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);
        Fx.run(() -> {
            model.choice().choose(what(model, "archive"));
            model.choice().protect().set(true);
            model.choice().choose(ExportForm.FOLDER);
            model.choice().into(documents.resolve("mine.zip"));
        });

        assertThat(name(model)).isEqualTo("mine.zip");
        assertThat(Fx.get(model.choice()::isEncrypted)).isFalse();
    }

    @Test
    void eachDayThatCannotBeReadIsRefusedUntilItIsRead() {
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);
        var period = Fx.get(() -> new PeriodBlock(model.choice(), wording));
        DatePicker from = (DatePicker) Fx.get(() -> period.lookup("#export-from"));
        DatePicker to = (DatePicker) Fx.get(() -> period.lookup("#export-to"));
        Fx.run(() -> {
            model.choice().choose(what(model, "archive"));
            type(from, "the first");
            type(to, "2026-06-30");
        });
        assertThat(Fx.get(model.choice()::refusal)).isEqualTo("export.day-unreadable");
        Fx.run(() -> type(from, "2026-01-01"));
        assertThat(Fx.get(model.choice()::refusal)).isEmpty();

        Fx.run(() -> type(to, "the last"));
        assertThat(Fx.get(model.choice()::refusal)).isEqualTo("export.day-unreadable");
        Fx.run(() -> to.setValue(LocalDate.of(2026, 7, 31)));
        assertThat(Fx.get(model.choice()::refusal)).as("picked in the calendar").isEmpty();
    }

    @Test
    void aDayThatCannotBeReadIsRefusedEachTimeUntilItIsTouched() {
        ExportViewModel model = model(failing(ProblemCode.DISK_FULL), 3);
        var period = Fx.get(() -> new PeriodBlock(model.choice(), wording));
        var from = (DatePicker) Fx.get(() -> period.lookup("#export-from"));
        Fx.run(() -> {
            model.choice().choose(what(model, "archive"));
            type(from, "the first");
        });
        for (int press = 0; press < 3; press++) {
            assertThat(Fx.get(() -> model.note().get().text())).contains("cannot be read");
            write(model, "", "");
        }
        Fx.run(() -> from.getEditor().setText("the firs"));
        assertThat(Fx.get(() -> model.note().get())).isEqualTo(ExportViewModel.Note.NONE);
    }

    private static void type(DatePicker picker, String text) {
        picker.getEditor().setText(text);
        picker.commitValue();
    }
}
