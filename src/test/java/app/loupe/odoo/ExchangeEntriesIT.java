package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SecretAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.FakeOdoo;

/** What entries were booked for is asked where the payment box marks differences of rates, and the entries say it. */
class ExchangeEntriesIT {
    private final List<RequestRecord> log = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private FakeOdoo odoo(FakeOdoo.Version version) {
        var odoo = FakeOdoo.start(version);
        open.add(odoo);
        odoo.books().addEntry(8, "2026-01-01", 50);
        odoo.books().addEntry(9, "2026-01-01", 50);
        odoo.books().set("account.move", 9, "exchange_diff_partial_ids", List.of(7, 8));
        return odoo;
    }

    private InvoiceSource source(FakeOdoo odoo, SecretAccess secret) throws ProblemException {
        var gateway = new HttpsOdooGateway();
        open.add(gateway);
        var source = gateway.open(odoo.endpoint(), odoo.pin(), secret, log::add, new CancelToken());
        open.add(source);
        return source;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    static Stream<Arguments> dialects() {
        return Stream.of(Arguments.of(FakeOdoo.password()), Arguments.of(FakeOdoo.apiKey()));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void oneSearchTellsOfAllOfThem(SecretAccess secret) throws ProblemException {
        InvoiceSource source = source(odoo(FakeOdoo.Version.V19), secret);
        int before = log.size();

        assertThat(source.exchangeEntries(List.of(8L, 9L, 77L)))
                .contains(Map.of(8L, Set.of(), 9L, Set.of(7L, 8L)));

        assertThat(log.subList(before, log.size())).extracting(RequestRecord::model, RequestRecord::method)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("account.move", "search_read"));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void whereTheFieldIsMissingNoEntryWasBookedForAnything(SecretAccess secret) throws ProblemException {
        var odoo = odoo(FakeOdoo.Version.V19);
        odoo.books().dropField("account.move", "exchange_diff_partial_ids");

        assertThat(source(odoo, secret).exchangeEntries(List.of(9L))).contains(Map.of(9L, Set.of()));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void a14MakesNoDifferenceAndIsAskedNothing(SecretAccess secret) throws ProblemException {
        InvoiceSource source = source(odoo(FakeOdoo.Version.V14), secret);
        int before = log.size();

        assertThat(source.exchangeEntries(List.of(9L))).isEmpty();
        assertThat(log).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"14.0, false, false", "15.0, false, false", "16.0, true, false", "17.0, true, false",
        "saas~18.4, true, false", "19.0, true, true"})
    void marksAndLinksCameWithDifferentVersions(String version, boolean marks, boolean links) {
        OdooVersion odoo = OdooVersion.parse(version).orElseThrow();

        assertThat(odoo.marksExchangeDifferences()).isEqualTo(marks);
        assertThat(odoo.linksExchangeEntries()).isEqualTo(links);
    }

    @Test
    void noEntryIsNoQuestion() throws ProblemException {
        InvoiceSource source = source(odoo(FakeOdoo.Version.V19), FakeOdoo.apiKey());
        int before = log.size();

        assertThat(source.exchangeEntries(List.of())).contains(Map.of());
        assertThat(log).hasSize(before);
    }
}
