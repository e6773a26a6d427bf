package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.export.ExportForm;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.owed.AgeBucket;
import app.loupe.text.Texts;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.FigureCell;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.TradingCopy;
import testkit.WatchedReader;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WrittenOffer;

/** What is exported of customers is what was read, and says whom it leaves out. */
class PartnerExportsFxTest {
    @TempDir
    Path folder;

    private final TradingCopy copy = TradingCopy.business();
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeInvoices.SYNCED);
    private final HeldWork work = new HeldWork();
    private final Wording wording = Wording.of(new Texts(Locale.ENGLISH),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    private final PartnersPorts ports = new PartnersPorts(copy.shelf(), copy, copy.invoices().book(), new IdleSync(),
            new FakeNavigator(), new NoteDrafts());
    private final PartnersViewModel list = Fx.get(
            () -> new PartnersViewModel(false, ports, work.background(), wording));
    private final PartnerViewModel one = Fx.get(() -> new PartnerViewModel(false, ports, work.background(), wording));

    private Optional<ExportOffer> offer() {
        return Fx.get(() -> new PartnerExports(false, ports.invoices(), ports.notes(), wording).of(list, one));
    }

    private void read() {
        Fx.run(() -> list.follow(List.of(FakeInvoices.profile())));
        work.done();
    }

    @Test
    void nothingIsOfferedBeforeItIsRead() {
        assertThat(offer()).isEmpty();
        Fx.run(() -> list.follow(List.of(FakeInvoices.profile())));
        assertThat(offer()).isEmpty();
        work.done();
        assertThat(offer()).isPresent();

        Fx.run(list::rewrite);
        assertThat(offer()).as("as long as it is written anew").isEmpty();
    }

    @Test
    void theDayIsTheOneOfTheReading() throws IOException, ProblemException {
        read();
        now.updateAndGet(before -> before.plus(Duration.ofDays(3)));

        assertThat(new WrittenOffer(offer().orElseThrow(), folder).about()).contains("As of 23 Nov 2026")
                .noneMatch(line -> line.contains("Filters"));
    }

    @Test
    void whoWasSearchedForIsSaidAsLongAsOnlyTheyAreListed() throws IOException, ProblemException {
        read();
        Fx.run(() -> list.find("deco"));
        assertThat(offer().orElseThrow().shown()).as("all are still listed").isEqualTo("Customers");
        work.done();

        ExportOffer offer = offer().orElseThrow();
        assertThat(offer.shown()).contains("Search: deco");
        assertThat(new WrittenOffer(offer, folder).about()).contains("Filters: Search: deco");
    }

    private void open(PartnerQuestion.Part part) {
        Fx.run(() -> {
            one.follow(List.of(FakeInvoices.profile()));
            one.ask(PartnerQuestion.of(FakeInvoices.ACME, TradingCopy.partner("Deco Addict"), null).at(part));
        });
        work.done();
    }

    @Test
    void whoWritesIsLookedForByThePaperAndNotByThePage() throws IOException, ProblemException {
        var asked = new ArrayList<String>();
        InvoiceReader watched = WatchedReader.of(copy, (question, about) -> asked.add(question));
        var over = new PartnersPorts(copy.shelf(), watched, copy.invoices().book(), new IdleSync(),
                new FakeNavigator(), new NoteDrafts());
        PartnerViewModel page = Fx.get(() -> new PartnerViewModel(false, over, work.background(), wording));
        Fx.run(() -> {
            page.follow(List.of(FakeInvoices.profile()));
            page.ask(PartnerQuestion.of(FakeInvoices.ACME, TradingCopy.partner("Deco Addict"), null));
        });
        work.done();
        assertThat(asked).containsExactly("partner");

        ExportOffer offer = Fx.get(() -> new PartnerExports(false, watched, ports.notes(), wording).of(list, page))
                .orElseThrow();
        assertThat(asked).containsExactly("partner");
        new WrittenOffer(offer, folder).about();
        assertThat(asked).contains("companyContact");
    }

    private List<List<String>> shown(int firstCells) {
        return Fx.get(() -> Objects.requireNonNull(one.facts().get()).rows().stream()
                .filter(row -> row.role() == FigureRow.Role.ENTRY)
                .map(row -> row.cells().stream().limit(firstCells).map(FigureCell::text).toList()).toList());
    }

    @Test
    void theYearsOfAPartnerAreExportedWhereTheyAreShown() throws IOException, ProblemException {
        open(PartnerQuestion.Part.HISTORY);

        ExportOffer offer = offer().orElseThrow();
        var written = new WrittenOffer(offer, folder);
        assertThat(offer.parts()).extracting(ExportOffer.Part::id).containsExactly("list", "statement", "open");
        assertThat(written.rows().getFirst())
                .isEqualTo("Year | Documents | Invoiced | Paid and credited | Balance at the end");
        assertThat(written.rows().stream().skip(1).limit(shown(2).size())
                .map(row -> List.of(row.split(" \\| ")).subList(0, 2))).isNotEmpty().isEqualTo(shown(2));
        assertThat(written.about()).contains("As of 23 Nov 2026");
    }

    @Test
    void theProductsOfAPartnerAreExportedWhereTheyAreShownAndNobodyElses() throws IOException, ProblemException {
        open(PartnerQuestion.Part.PRODUCTS);

        var written = new WrittenOffer(offer().orElseThrow(), folder);
        List<List<String>> shown = shown(3);
        assertThat(written.rows().stream().skip(1).limit(shown.size())
                .map(row -> List.of(row.split(" \\| ")).subList(0, 3))).isNotEmpty().isEqualTo(shown);
        assertThat(written.rows().get(shown.size() + 1)).startsWith("Total");
    }

    /** Ten such files lie in one folder, and a program that joins them knows whose each row is. */
    @ParameterizedTest
    @EnumSource(names = {"HISTORY", "PRODUCTS"})
    void forProgramsEachRowSaysWhoseItIs(PartnerQuestion.Part part) throws IOException, ProblemException {
        open(part);
        Path file = folder.resolve("part.jsonl");

        offer().orElseThrow().parts().getFirst().takeaway()
                .write(new Takeaway.Place(ExportForm.JSONL, file, false, null), Steps.unwatched());

        assertThat(Files.readAllLines(file)).isNotEmpty().allSatisfy(row -> assertThat(row)
                .contains("\"connection_id\":\"" + FakeInvoices.ACME.value() + "\"",
                        "\"partner_id\":" + TradingCopy.partner("Deco Addict") + ",\"partner\":\"Deco Addict\""));
        assertThat(Files.readString(file).contains("\"company\":\"Acme Trading\""))
                .as("products are counted for all companies").isEqualTo(part == PartnerQuestion.Part.HISTORY);
    }

    @Test
    void whatIsOpenComesFirstWhereItIsShown() {
        open(PartnerQuestion.Part.OPEN);
        assertThat(offer().orElseThrow().parts()).extracting(ExportOffer.Part::id).containsExactly("open",
                "statement");
        open(PartnerQuestion.Part.STATEMENT);
        assertThat(offer().orElseThrow().parts()).extracting(ExportOffer.Part::id).containsExactly("statement",
                "open");
    }

    private List<String> names() {
        return offer().orElseThrow().parts().stream().map(ExportOffer.Part::name).toList();
    }

    /** A letter with a part of what is open would name a sum that is not what is owed. */
    @Test
    void openItemsOfOneAgeAreNotTakenForAll() {
        open(PartnerQuestion.Part.OPEN);
        assertThat(names()).containsExactly("Open items", "Statement");

        Fx.run(() -> one.ask(Objects.requireNonNull(one.asked().get())
                .open(new PartnerQuestion.Ages.Only(AgeBucket.OLDER))));
        work.done();

        assertThat(names()).containsExactly("All open items", "Statement");
        assertThat(offer().orElseThrow().parts().getFirst().holds()).contains("of every age");
        assertThat(offer().orElseThrow().parts().getFirst().fileName()).contains("All open items");
    }

    @Test
    void aStatementIsALetterFirstAndAListASpreadsheet() {
        open(PartnerQuestion.Part.HISTORY);

        assertThat(offer().orElseThrow().parts()).extracting(part -> part.takeaway().forms().getFirst())
                .containsExactly(ExportForm.XLSX, ExportForm.PDF, ExportForm.PDF);
        assertThat(offer().orElseThrow().parts()).extracting(part -> Set.copyOf(part.takeaway().forms()))
                .as("in whatever order").containsOnly(
                        Set.of(ExportForm.XLSX, ExportForm.CSV, ExportForm.PDF, ExportForm.JSONL));
    }
}
