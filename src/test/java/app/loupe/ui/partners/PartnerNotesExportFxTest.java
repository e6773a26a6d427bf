package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemException;
import app.loupe.export.ExportForm;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.text.Texts;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** What the owner wrote to customers is taken away from their list, as {@code loupe notes} writes it. */
class PartnerNotesExportFxTest {
    @TempDir
    private Path folder;

    private final TradingCopy copy = TradingCopy.business();
    private final HeldWork work = new HeldWork();
    private final Wording wording = Wording.of(new Texts(Locale.ENGLISH),
            Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));
    private final PartnersPorts ports = new PartnersPorts(copy.shelf(), copy, copy.invoices().book(), new IdleSync(),
            new FakeNavigator(), new NoteDrafts());
    private final PartnersViewModel list = Fx.get(
            () -> new PartnersViewModel(false, ports, work.background(), wording));
    private final PartnerViewModel one = Fx.get(() -> new PartnerViewModel(false, ports, work.background(), wording));

    private void note(String partner, String text) throws ProblemException {
        ports.notes().notePartner(new PartnerKey(FakeInvoices.ACME, TradingCopy.partner(partner)), text);
    }

    private List<String> written() throws IOException, ProblemException {
        ExportOffer offer = Fx.get(() -> new PartnerExports(false, ports.invoices(), ports.notes(), wording)
                .of(list, one)).orElseThrow();
        ExportOffer.Part part = offer.parts().stream().filter(each -> each.id().equals("notes")).findFirst()
                .orElseThrow();
        Path file = folder.resolve("notes.csv");
        part.takeaway().write(new Takeaway.Place(ExportForm.CSV, file, true, null), Steps.unwatched());
        return Files.readAllLines(file);
    }

    @Test
    void theListOffersTheNotesToThoseWhoAreShown() throws IOException, ProblemException {
        note("Deco Addict", "pays by cheque");
        note("Azure Interior", "ask for Ann");
        ConnectionProfile profile = FakeInvoices.profile();
        Fx.run(() -> list.follow(List.of(profile)));
        work.done();

        assertThat(written()).hasSize(3)
                .anyMatch(row -> row.contains(",Deco Addict,") && row.contains("pays by cheque"))
                .anyMatch(row -> row.contains("ask for Ann"));

        Fx.run(() -> list.find("deco"));
        work.done();
        assertThat(written()).hasSize(2).last().asString().contains(",partner,", "pays by cheque");
    }
}
