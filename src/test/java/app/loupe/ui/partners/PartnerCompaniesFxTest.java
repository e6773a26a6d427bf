package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Ref;
import app.loupe.text.Texts;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureCell;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** Every part of the page is of the one company that its account is with. */
class PartnerCompaniesFxTest {
    private static final Ref ACME_UK = new Ref(2, "Acme UK");

    private final FakeInvoices fake = FakeInvoices.empty();
    private final InvoiceKey own = fake.add("INV/1", "Ann", "2026-11-02", "2026-12-12", "10.00", "10.00", "EUR");
    private final InvoiceKey other = fake.add("UK/1", "Ann", "2026-11-03", "2026-12-12", "90.00", "90.00", "EUR");
    private final TradingCopy copy = new TradingCopy(fake).withCompany("UK/1", ACME_UK, new Ref(3, "GBP"));
    private final HeldWork work = new HeldWork();
    private final PartnerViewModel model = Fx.get(() -> new PartnerViewModel(false,
            new PartnersPorts(copy.shelf(), copy, new InMemoryBook(), new IdleSync(), new FakeNavigator(),
                    new NoteDrafts()),
            work.background(), Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC))));

    private List<FigureRow<Destination>> rows(Ref company, PartnerQuestion.Part part) {
        Fx.run(() -> {
            model.follow(List.of(FakeInvoices.profile()));
            model.ask(PartnerQuestion.of(FakeInvoices.ACME, TradingCopy.partner("Ann"),
                    new Destination.PartnerPage.Account(company, "EUR")).at(part));
        });
        work.done();
        return Fx.get(() -> Objects.requireNonNull(model.facts().get()).rows());
    }

    private static List<String> texts(FigureRow<Destination> row) {
        return row.cells().stream().map(FigureCell::text).toList();
    }

    /** Both invoices sold something: what the other company sold is not in this account. */
    @Test
    void productsAreWhatThisCompanySold() {
        List<FigureRow<Destination>> sold = rows(new Ref(1, "Acme Trading"), PartnerQuestion.Part.PRODUCTS);

        assertThat(sold).singleElement().satisfies(row -> {
            assertThat(texts(row)).contains("€\u00a08.40", "1");
            assertThat(row.target()).isInstanceOfSatisfying(Destination.Invoices.class,
                    behind -> assertThat(behind.keys()).isEqualTo(Set.of(own)));
        });
        assertThat(rows(ACME_UK, PartnerQuestion.Part.PRODUCTS)).singleElement().satisfies(row -> {
            assertThat(texts(row)).contains("€\u00a075.60", "1");
            assertThat(row.target()).isInstanceOfSatisfying(Destination.Invoices.class,
                    behind -> assertThat(behind.keys()).isEqualTo(Set.of(other)));
        });
    }

    @Test
    void yearsAndOpenItemsAreOfThisCompany() {
        assertThat(rows(ACME_UK, PartnerQuestion.Part.HISTORY)).singleElement()
                .satisfies(row -> assertThat(texts(row)).contains("€\u00a090.00", "1"));
        assertThat(rows(ACME_UK, PartnerQuestion.Part.OPEN).getFirst()).satisfies(
                row -> assertThat(texts(row)).contains("€\u00a090.00"));
    }
}
