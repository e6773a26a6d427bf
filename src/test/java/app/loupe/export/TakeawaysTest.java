package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.review.RowList;
import app.loupe.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.WatchedReader;

/** What holds for everything that is taken away, in every form. */
class TakeawaysTest {
    @TempDir
    Path folder;

    private final FakeInvoices copy = FakeInvoices.believable();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Clock clock = Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC);
    private final ReadTogether read = new ReadTogether(List.of(FakeInvoices.profile()), List.of());
    private final ExportSource source = new ExportSource(copy, copy.shelf(), copy.book(), read);
    private int places;

    private RowList rows() throws ProblemException {
        return new InvoiceReports(texts, clock, read).newestFirst(copy.shelf().books(Set.of(FakeInvoices.ACME)));
    }

    private InvoicesTakeaway invoices(LineChoice lines, RowList rows) {
        return new InvoicesTakeaway(copy, texts, clock, lines, new InvoiceSelection(read, rows, List.of()));
    }

    private ParcelTakeaway pack() {
        return ParcelTakeaway
                .of(new PeriodPack(source, texts, clock, new PackPeriod.WholeMonth(YearMonth.of(2026, 11))));
    }

    private ParcelTakeaway archive() {
        return ParcelTakeaway.of(new SealedArchive(source, texts, clock,
                new ExportSpan(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31))));
    }

    private Takeaway.Place place(ExportForm form) {
        return new Takeaway.Place(form, folder.resolve("place" + ++places), false, null);
    }

    private static Report report(Runnable atItsEnd) {
        return new Report("n", "t", List.of(), "", List.of(Column.whole("n", "N")), sink -> {
            sink.row(ReportRow.of(Cell.whole(1)));
            atItsEnd.run();
        });
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void everyRowIsOneStepAndTheLastOneIsTheEnd() throws ProblemException {
        for (Takeaway one : List.of(invoices(LineChoice.NONE, rows()), invoices(LineChoice.SHOWN, rows()), pack(),
                archive())) {
            for (ExportForm form : one.forms()) {
                List<Long> done = new ArrayList<>();
                List<Long> of = new ArrayList<>();
                one.write(place(form), new Steps(new CancelToken(), (now, all) -> {
                    done.add(now);
                    of.add(all);
                }));

                assertThat(done).as("%s as %s", one, form).hasSizeGreaterThan(3);
                for (int i = 0; i < done.size(); i++) {
                    assertThat(done.get(i)).isEqualTo(i + 1L);
                }
                assertThat(of).containsOnly(done.getLast());
            }
        }
    }

    @Test
    void whatIsReadBeforeTheFirstRowIsCountedToo() throws ProblemException {
        for (Takeaway one : List.of(pack(), archive())) {
            List<Long> read = new ArrayList<>();
            List<Long> of = new ArrayList<>();
            one.write(place(one.forms().getFirst()), new Steps(new CancelToken(), new Steps.Listener() {
                private boolean writing;

                @Override
                public void at(long done, long all) {
                    writing = true;
                }

                @Override
                public void reading(long done, long all) {
                    assertThat(writing).as("before the first row").isFalse();
                    read.add(done);
                    of.add(all);
                }
            }));

            assertThat(read).as("%s", one).hasSizeGreaterThan(3).isSorted().doesNotHaveDuplicates();
            assertThat(of).containsOnly(read.getLast());
        }
    }

    @Test
    void whatIsCancelledAfterItsLastRowIsNotPlaced() throws ProblemException, IOException {
        Map<String, Map.Entry<Takeaway, CancelToken>> all = new LinkedHashMap<>();
        var ofReport = new CancelToken();
        all.put("report", Map.entry(FileTakeaway.of(texts, forPrograms -> report(ofReport::cancel)), ofReport));
        var ofFile = new CancelToken();
        all.put("file", Map.entry(new FileTakeaway((format, out, steps) -> ofFile.cancel()), ofFile));
        var ofParcel = new CancelToken();
        all.put("parcel", Map.entry(new ParcelTakeaway((parcel, steps) -> {
            parcel.put("a.txt", out -> out.write(1));
            ofParcel.cancel();
            return ExportOutcome.FILE;
        }), ofParcel));
        all.put("invoices", Map.entry(invoices(LineChoice.NONE, rows()), new CancelToken()));
        all.put("lines", Map.entry(invoices(LineChoice.SHOWN, rows()), new CancelToken()));
        all.put("pack", Map.entry(pack(), new CancelToken()));
        for (var one : all.entrySet()) {
            Takeaway takeaway = one.getValue().getKey();
            for (ExportForm form : takeaway.forms()) {
                // those whose rows nobody cancels are cancelled with their last one
                CancelToken cancel = one.getKey().matches("report|file|parcel")
                        ? one.getValue().getValue()
                        : new CancelToken();
                var steps = new Steps(cancel, (done, of) -> {
                    if (of > 0 && done == of) {
                        cancel.cancel();
                    }
                });
                assertThatThrownBy(() -> takeaway.write(place(form), steps)).as("%s as %s", one.getKey(), form)
                        .isInstanceOfSatisfying(ProblemException.class,
                                failed -> assertThat(failed.problem().code()).isEqualTo(ProblemCode.CANCELLED));
                assertThat(left()).as("%s as %s", one.getKey(), form).isEmpty();
            }
        }
    }

    @Test
    void theFormDecidesWhetherAParcelIsAFolderAndNotItsName() throws ProblemException {
        for (Takeaway parcel : List.of(pack(), archive())) {
            Path folderLikeZip = folder.resolve(++places + ".zip");
            parcel.write(new Takeaway.Place(ExportForm.FOLDER, folderLikeZip, false, null), Steps.unwatched());
            assertThat(folderLikeZip).isDirectory();

            Path zipLikeFolder = folder.resolve("zip" + ++places);
            parcel.write(new Takeaway.Place(ExportForm.ZIP, zipLikeFolder, false, null), Steps.unwatched());
            assertThat(zipLikeFolder).isRegularFile();
        }
        Path papers = folder.resolve("papers.zip");
        invoicesAsPapers(papers);
        assertThat(papers).isDirectory();
    }

    private void invoicesAsPapers(Path papers) throws ProblemException {
        invoices(LineChoice.NONE, rows()).write(new Takeaway.Place(ExportForm.PDF_EACH, papers, false, null),
                Steps.unwatched());
    }

    @Test
    void whatTheCopyHoldsNoLongerIsLeftOutAndCounted() throws ProblemException {
        RowList rows = rows();
        copy.lose(rows.getFirst().row().number());

        for (ExportForm form : List.of(ExportForm.CSV, ExportForm.JSONL, ExportForm.PDF_EACH)) {
            ExportOutcome outcome = invoices(LineChoice.NONE, rows).write(place(form), Steps.unwatched());
            assertThat(outcome.documents()).as(form.name()).isEqualTo(rows.size() - 1);
            assertThat(outcome.missing()).as(form.name()).isOne();
            assertThat(outcome.files()).isEqualTo(form == ExportForm.PDF_EACH ? rows.size() - 1 : 1);
        }
        ExportOutcome withLines = invoices(LineChoice.SHOWN, rows).write(place(ExportForm.XLSX), Steps.unwatched());
        assertThat(withLines.missing()).isOne();
        ExportOutcome list = invoices(LineChoice.NONE, rows).write(place(ExportForm.XLSX), Steps.unwatched());
        assertThat(list.documents()).as("the list is of rows, which are all there").isEqualTo(rows.size());
        assertThat(list.missing()).isZero();
    }

    @Test
    void chosenInvoicesAreReadTogetherAndWrittenInTheOrderOfTheList() throws ProblemException, IOException {
        RowList rows = rows();
        for (LineChoice lines : LineChoice.values()) {
            var asked = new ArrayList<String>();
            var takeaway = new InvoicesTakeaway(WatchedReader.of(copy, (question, about) -> asked.add(question)), texts,
                    clock, lines, new InvoiceSelection(read, rows, List.of()));
            Takeaway.Place place = place(ExportForm.JSONL);

            takeaway.write(place, Steps.unwatched());

            assertThat(asked).as(lines.name()).containsExactly(lines == LineChoice.SHOWN ? "eachShown" : "each");
            List<String> written = Files.readAllLines(place.path());
            assertThat(written).hasSize(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                assertThat(written.get(i)).contains("\"id\":" + rows.get(i).row().key().id() + ",");
            }
        }
    }

    @Test
    void anInvoiceOfAConnectionThatIsGoneIsLeftOutByEveryForm() throws ProblemException {
        var nobody = new ReadTogether(List.of(), List.of());
        RowList rows = rows();
        var takeaway = new InvoicesTakeaway(copy, texts, clock, LineChoice.NONE,
                new InvoiceSelection(nobody, rows, List.of()));
        for (ExportForm form : List.of(ExportForm.CSV, ExportForm.PDF_EACH)) {
            ExportOutcome outcome = takeaway.write(place(form), Steps.unwatched());
            assertThat(outcome.missing()).as(form.name()).isEqualTo(rows.size());
            assertThat(outcome.documents()).as(form.name()).isZero();
        }
    }
}
