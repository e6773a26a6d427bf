package app.loupe.ui.products;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.IdleSync;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WrittenOffer;

/** What is exported of products is one answer with its own question, whatever is chosen meanwhile. */
class ProductExportsFxTest {
    @TempDir
    Path folder;

    private final HeldWork work = new HeldWork();
    private final Wording wording = Wording.of(new Texts(Locale.ENGLISH),
            Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));
    private final ProductsViewModel model = Fx.get(() -> new ProductsViewModel(
            new ProductPorts(TradingCopy.business().shelf(), new FakeNavigator(), new IdleSync()), work.background(),
            wording));

    private Optional<ExportOffer> offer() {
        return Fx.get(
                () -> new ProductExports(model, wording, UnaryOperator.identity(), UnaryOperator.identity()).offer());
    }

    private void read() {
        Fx.run(() -> model.select(List.of(FakeInvoices.profile())));
        work.done();
    }

    @Test
    void nothingIsOfferedBeforeItIsCounted() {
        assertThat(offer()).isEmpty();
        Fx.run(() -> model.select(List.of(FakeInvoices.profile())));
        assertThat(offer()).isEmpty();
        work.done();
        assertThat(offer()).isPresent();
    }

    @Test
    void titleDaysAndSearchAreThoseOfTheRows() throws IOException, ProblemException {
        read();
        ExportOffer before = offer().orElseThrow();
        List<String> rows = new WrittenOffer(before, folder).rows();

        Fx.run(() -> {
            model.period().set(SalesPeriod.LAST_YEAR);
            model.search().set("drawer");
            model.bought().set(true);
        });
        ExportOffer meanwhile = offer().orElseThrow();
        var written = new WrittenOffer(meanwhile, folder);
        assertThat(meanwhile.shown()).isEqualTo(before.shown()).contains("1 Jan 2026 to 31 Dec 2026");
        assertThat(written.rows()).isEqualTo(rows);
        assertThat(written.about()).contains("Products sold", "1 Jan 2026 to 31 Dec 2026", "Filters: EUR");

        Fx.run(() -> model.bought().set(false));
        work.done();
        assertThat(new WrittenOffer(offer().orElseThrow(), folder).about()).contains("Products sold",
                "1 Jan 2025 to 31 Dec 2025", "Filters: Search: drawer \u00b7 EUR");
    }
}
