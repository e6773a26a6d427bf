package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.InvoiceOrder.Column;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.Pane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.NoOriginals;
import testkit.OneConnection;

/** The head of customers and vendors with texts of 200 %, where the column has to be narrower than it. */
class HeadRoomFxTest extends InvoicesWindow {
    private static final double WIDTH_PX = 640;

    private InvoicesView shown(String language) {
        FakeInvoices copy = FakeInvoices.believable();
        InvoicesView screen = FxStage.on(() -> {
            var view = new InvoicesView(new InvoicePorts(copy.shelf(), copy, copy.book(),
                    new OneConnection("https://erp.acme.example"), sync, opened::add, places, new NoOriginals()),
                    new Background(executor, problem -> refused.accept(problem)),
                    Wording.of(new Texts(Locale.of(language)), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
            var holder = new Pane(view.view());
            view.view().setManaged(false);
            holder.setStyle("-fx-font-size: 26px");
            stage.setScene(new Scene(holder, 1900, 900));
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(stage.getScene());
            stage.show();
            view.model().choice().types().clear();
            view.select(List.of(FakeInvoices.profile()));
            return view;
        });
        FxStage.until(() -> screen.model().showing().get() == Showing.ROWS);
        for (int pass = 0; pass < 3; pass++) {
            FxStage.run(() -> screen.view().resize(WIDTH_PX, 900));
            laidOut(screen);
        }
        return screen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void itsWordsStandBelowEachOther(String language) {
        InvoicesView screen = shown(language);

        FxStage.run(() -> {
            Label head = table(screen).lookupAll(".column-header").stream().map(TableColumnHeader.class::cast)
                    .filter(one -> one.getTableColumn() != null
                            && Column.PARTNER.name().equals(one.getTableColumn().getId()))
                    .map(one -> (Label) one.lookup(".label")).findFirst().orElseThrow();
            assertThat(head.getText()).contains(" / ");
            assertThat(head.isTextTruncated()).as(head.getText()).isFalse();
            assertThat(head.getHeight()).isGreaterThanOrEqualTo(head.prefHeight(head.getWidth()) - 1);
        });
    }
}
