package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.FxStage;

/** An Odoo that keeps no PDF of an invoice is not asked for one. */
class OriginalOfVersionFxTest extends InvoicesWindow {
    private static ConnectionProfile of(String version) {
        ConnectionProfile like = FakeInvoices.profile();
        return new ConnectionProfile(like.id(), like.kind(), like.name(), null, null, version, like.lastSynced());
    }

    @ParameterizedTest
    @CsvSource({"14.0, false", "saas~15.2, false", "16.0+e, false", "17.0, true", "saas~17.4, true", "19.0, true",
        "'', true"})
    void theOriginalIsOfferedWhereThereCanBeOne(String version, boolean offered) {
        InvoicesView screen = show(FakeInvoices.believable());
        FxStage.run(() -> screen.select(List.of(of(version))));

        open(screen, "INV/2026/01184");

        assertThat(FxStage.on(() -> texts(screen.view()))).anyMatch(text -> text.startsWith("Open in Odoo"));
        assertThat(FxStage.on(() -> screen.view().lookup("#detail-original") != null)).isEqualTo(offered);
    }
}
