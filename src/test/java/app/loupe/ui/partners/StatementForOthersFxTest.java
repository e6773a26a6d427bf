package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.export.ExportForm;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.text.Texts;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.PdfFile;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** What a partner is sent says nothing of how the owner calls the connection, in whatever form. */
class StatementForOthersFxTest {
    private static final String CANARY = "Canary of the owner";

    @TempDir
    Path folder;

    private static ConnectionProfile called(ConnectionProfile one) {
        return new ConnectionProfile(one.id(), one.kind(), CANARY, one.since(), null, "19.0", one.lastSynced());
    }

    private static List<ExportOffer.Part> parts(PartnerQuestion.Part shown) {
        TradingCopy copy = TradingCopy.business();
        var work = new HeldWork();
        Wording wording = Wording.of(new Texts(Locale.ENGLISH), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));
        var ports = new PartnersPorts(copy.shelf(), copy, copy.invoices().book(), new IdleSync(), new FakeNavigator(),
                new NoteDrafts());
        PartnersViewModel list = Fx.get(() -> new PartnersViewModel(false, ports, work.background(), wording));
        PartnerViewModel one = Fx.get(() -> new PartnerViewModel(false, ports, work.background(), wording));
        Fx.run(() -> {
            one.follow(List.of(called(FakeInvoices.profile())));
            one.ask(PartnerQuestion.of(FakeInvoices.ACME, TradingCopy.partner("Deco Addict"), null).at(shown));
        });
        work.done();
        return Fx.get(() -> new PartnerExports(false, ports.invoices(), ports.notes(), wording).of(list, one))
                .orElseThrow().parts();
    }

    private String written(ExportOffer.Part part, ExportForm form) throws IOException, ProblemException {
        Path file = folder.resolve(part.id() + "." + form.name());
        part.takeaway().write(new Takeaway.Place(form, file, true, null), Steps.unwatched());
        byte[] bytes = Files.readAllBytes(file);
        return switch (form) {
            case PDF -> new PdfFile(bytes).text() + new PdfFile(bytes).ask(
                    document -> document.getDocumentInformation().getCOSObject().toString());
            case XLSX -> unpacked(file);
            default -> new String(bytes, StandardCharsets.UTF_8);
        };
    }

    private static String unpacked(Path zip) throws IOException {
        var text = new StringBuilder();
        try (var file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                text.append(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void noFormOfAStatementNamesTheConnection() throws IOException, ProblemException {
        List<ExportOffer.Part> letters = parts(PartnerQuestion.Part.OPEN).stream()
                .filter(ExportOffer.Part::isForOthers).toList();

        assertThat(letters).hasSize(2);
        for (ExportOffer.Part part : letters) {
            for (ExportForm form : part.takeaway().forms()) {
                assertThat(written(part, form)).as("%s as %s", part.id(), form).contains("Deco Addict")
                        .doesNotContain(CANARY, FakeInvoices.ACME.value(), "connection");
            }
        }
    }

    @Test
    void whatTheOwnerKeepsSaysWhoseEachRowIs() throws IOException, ProblemException {
        ExportOffer.Part own = parts(PartnerQuestion.Part.HISTORY).getFirst();

        assertThat(own.isForOthers()).isFalse();
        assertThat(written(own, ExportForm.JSONL)).contains(CANARY, FakeInvoices.ACME.value());
    }
}
