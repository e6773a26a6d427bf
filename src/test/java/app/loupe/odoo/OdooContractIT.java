package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveType;
import app.loupe.domain.NameKind;
import app.loupe.domain.Named;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SecretAccess;
import app.loupe.domain.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;
import testkit.Fault;

/** What every session must do, whichever version and transport: the contract of {@link InvoiceSource}. */
class OdooContractIT {
    private static final Set<String> ALLOWED_CALLS = Set.of("common:.version", "common:.authenticate",
            "POST /web/database/list", "GET /web/version", "object:account.move.search_read",
            "object:account.move.read", "object:account.move.line.search_read", "object:account.move.line.read",
            "object:res.partner.search_read", "object:res.partner.read", "object:product.product.search_read",
            "object:product.product.read", "json2:account.move.search_read", "json2:account.move.read",
            "json2:account.move.line.search_read", "json2:account.move.line.read", "json2:res.partner.search_read",
            "json2:res.partner.read", "json2:product.product.search_read", "json2:product.product.read");

    /** The ways to sign in. */
    enum Way {
        ODOO_14_PASSWORD(FakeOdoo.Version.V14, FakeOdoo.PASSWORD, "JSON-RPC"),
        ODOO_14_KEY(FakeOdoo.Version.V14,
                FakeOdoo.API_KEY, "JSON-RPC"),
        ODOO_19_PASSWORD(FakeOdoo.Version.V19, FakeOdoo.PASSWORD,
                "JSON-RPC"),
        ODOO_19_KEY(FakeOdoo.Version.V19, FakeOdoo.API_KEY, "JSON-2");

        private final FakeOdoo.Version version;
        private final String text;
        private final String transport;

        Way(FakeOdoo.Version version, String text, String transport) {
            this.version = version;
            this.text = text;
            this.transport = transport;
        }

        private SecretAccess secret() {
            return FakeOdoo.lending(text);
        }
    }

    private final List<RequestRecord> log = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private FakeOdoo odoo(Way way) {
        var odoo = FakeOdoo.start(way.version);
        open.add(odoo);
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().addProduct(20, "Desk");
        odoo.books().addInvoice(1, 10, "Azure Interior", "2026-01-15", 100);
        odoo.books().addInvoice(2, 10, "Azure Interior", "2026-02-15", 200);
        odoo.books().addInvoice(5, 10, "Azure Interior", "2026-03-15", 300);
        odoo.books().addEntry(9, "2026-01-01", 50);
        return odoo;
    }

    private InvoiceSource open(FakeOdoo odoo, Way way) throws ProblemException {
        var gateway = new HttpsOdooGateway();
        open.add(gateway);
        var source = gateway.open(odoo.endpoint(), odoo.pin(), way.secret(), log::add, new CancelToken());
        open.add(source);
        return source;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void signInFactsNameTransportAndUnreadableModels(Way way) throws Exception {
        var odoo = odoo(way);
        odoo.books().forbidModel("account.move.line");
        try (var gateway = new HttpsOdooGateway()) {
            var facts = gateway.test(odoo.endpoint(), odoo.pin(), way.secret(), new CancelToken());

            assertThat(facts.transport()).isEqualTo(way.transport);
            assertThat(facts.unreadable()).containsExactly(RecordKind.JOURNAL_ITEM);
            assertThat(facts.apiKeyAdvised()).isEqualTo(way.name().endsWith("PASSWORD"));
            assertThat(facts.server().databases()).isEmpty();
            assertThat(odoo.seen()).as("the list is for a form without a database").extracting(FakeOdoo.Seen::path)
                    .doesNotContain("/web/database/list");
            assertThat(gateway.probe(odoo.address(), odoo.pin(), new CancelToken()).databases())
                    .containsExactly(FakeOdoo.DATABASE);
            assertThat(facts.server().certificate().fingerprint()).isEqualTo(odoo.pin());
            assertThat(facts.server().tls()).isEqualTo("TLSv1.3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listingIsCompleteAndPagedById(Way way) throws Exception {
        var source = open(odoo(way), way);

        var first = source.list(RecordKind.INVOICE, null, 0, 2);
        var second = source.list(RecordKind.INVOICE, null, 2, 2);

        assertThat(first).extracting(Stamp::id).containsExactly(1L, 2L);
        assertThat(second).extracting(Stamp::id).containsExactly(5L);
        assertThat(second.getFirst().invoiceDate()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(second.getFirst().writeDate()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(source.list(RecordKind.INVOICE, LocalDate.of(2026, 2, 1), 0, 10)).extracting(Stamp::id)
                .containsExactly(2L, 5L);
        assertThat(source.list(RecordKind.JOURNAL_ITEM, null, 0, 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void undatedDraftIsListedWhateverTheFirstDate(Way way) throws Exception {
        var odoo = odoo(way);
        odoo.books().put("account.move", 7,
                Map.of("name", "/", "move_type", "out_invoice", "state", "draft", "payment_state", "not_paid"));
        var source = open(odoo, way);

        assertThat(source.list(RecordKind.INVOICE, LocalDate.of(2027, 1, 1), 0, 10)).extracting(Stamp::id)
                .containsExactly(7L);
        Invoice draft = source.invoices(List.of(7L)).records().getFirst();
        assertThat(draft.name()).isEqualTo("/");
        assertThat(draft.number()).isEmpty();
        assertThat(draft.dates().invoice()).isNull();
        assertThat(draft.otherInfo().toReview()).isFalse();
        assertThat(draft.amounts().total()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void invoicesComeWithTheirLinesInOdoosOrder(Way way) throws Exception {
        var source = open(odoo(way), way);

        var batch = source.invoices(List.of(1L, 5L, 99L));

        assertThat(batch.problems()).isEmpty();
        assertThat(batch.records()).extracting(Invoice::id).containsExactly(1L, 5L);
        Invoice invoice = batch.records().getFirst();
        assertThat(invoice.type()).isEqualTo(MoveType.CUSTOMER_INVOICE);
        assertThat(invoice.amounts().total()).isEqualTo(new BigDecimal("121.00"));
        assertThat(invoice.otherInfo().ref()).isEmpty();
        assertThat(invoice.booking().salesperson()).isNull();
        assertThat(invoice.lines()).extracting(line -> line.kind()).containsExactly(LineKind.PRODUCT, LineKind.TAX,
                LineKind.PAYMENT_TERM);
        assertThat(source.notices()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void partnersProductsAndItemsAreReadAndFilteredByChange(Way way) throws Exception {
        var odoo = odoo(way);
        var source = open(odoo, way);
        Instant later = Instant.parse("2026-03-02T00:00:00Z");
        long item = source.list(RecordKind.JOURNAL_ITEM, null, 0, 10).getFirst().id();

        assertThat(source.partners(List.of(10L)).records().getFirst().contact().address().city()).isEqualTo("Ghent");
        assertThat(source.products(List.of(20L)).records().getFirst().name()).isEqualTo("Desk");
        assertThat(source.changedSince(RecordKind.PARTNER, later)).isEmpty();
        assertThat(source.changedSince(RecordKind.PRODUCT, later)).isEmpty();
        assertThat(source.journalItems(List.of(item)).records().getFirst().kind()).isEqualTo(LineKind.RECEIVABLE);
        odoo.books().clock(later);
        odoo.books().touch("res.partner", 10);
        assertThat(source.changedSince(RecordKind.PARTNER, later)).containsExactly(Map.entry(10L, later));
        assertThat(source.writeDates(RecordKind.PARTNER, List.of(10L, 9_999L))).contains(Map.of(10L, later));
        assertThat(source.writeDates(RecordKind.PARTNER, List.of())).contains(Map.of());
    }

    /** A bank's journal stands on no invoice: only the items of its entries show its name. */
    @ParameterizedTest
    @EnumSource
    void theJournalOfAnItemOfAnotherEntryIsNamed(Way way) throws Exception {
        var odoo = odoo(way);
        var source = open(odoo, way);
        long item = source.list(RecordKind.JOURNAL_ITEM, null, 0, 10).getFirst().id();
        odoo.books().set("account.move.line", item, "journal_id", List.of(7, "Bank of Ghent"));

        assertThat(source.names(RecordKind.JOURNAL_ITEM, List.of(item), 1))
                .contains(new Named(NameKind.JOURNAL, 7, 0, "Bank of Ghent"));
    }

    @ParameterizedTest
    @EnumSource
    void changedLinesAndDraftLinesAreFound(Way way) throws Exception {
        var odoo = odoo(way);
        var source = open(odoo, way);
        Instant later = Instant.parse("2026-03-02T00:00:00Z");
        odoo.books().set("account.move", 2, "state", "draft");
        odoo.books().clock(later);
        odoo.books().touch("account.move.line", 4);

        assertThat(source.lineChanges(later, null))
                .isEqualTo(new InvoiceSource.LineChanges(Set.of(2L), Map.of(2L, Set.of(4L, 5L, 6L))));
        assertThat(source.lineChanges(later.plusSeconds(1), null))
                .isEqualTo(new InvoiceSource.LineChanges(Set.of(), Map.of(2L, Set.of(4L, 5L, 6L))));
        assertThat(source.lineChanges(later, LocalDate.of(2026, 3, 1)))
                .isEqualTo(new InvoiceSource.LineChanges(Set.of(), Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void existenceTellsGoneFromForbidden(Way way) throws Exception {
        var odoo = odoo(way);
        odoo.books().delete("account.move", 2);
        odoo.books().forbid("account.move", 5);
        var source = open(odoo, way);

        var existence = source.existence(RecordKind.INVOICE, List.of(1L, 2L, 5L, 77L));

        assertThat(existence.readable()).containsExactly(1L);
        assertThat(existence.forbidden()).containsExactly(5L);
        assertThat(source.list(RecordKind.INVOICE, null, 0, 10)).extracting(Stamp::id).containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatIsForbiddenSaysNothingOfItsRecords(Way way) throws Exception {
        var odoo = odoo(way);
        var source = open(odoo, way);
        // it goes between the search, which shows what is readable, and the read of the rest
        odoo.fault((good, out, closed) -> {
            odoo.books().forbidModel("account.move");
            out.write(Fault.answer(good.status(), good.contentType(), good.bytes()));
        });

        for (String when : List.of("meanwhile", "before")) {
            assertThatThrownBy(() -> source.existence(RecordKind.INVOICE, List.of(1L, 77L, 78L))).as(when)
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                            .isEqualTo(Problem.of(ProblemCode.NO_RIGHT, "account.move")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCompanyThatWasTakenAwayIsNotAskedForRecordByRecord(Way way) throws Exception {
        var odoo = odoo(way);
        var ids = new ArrayList<>(LongStream.rangeClosed(1_001, 1_600).boxed().toList());
        ids.forEach(id -> odoo.books().put("account.move", id, Map.of("move_type", "out_invoice")));
        ids.subList(100, 600).forEach(id -> odoo.books().forbid("account.move", id));
        ids.addAll(List.of(1L, 2L, 5_001L));
        var source = open(odoo, way);
        int before = odoo.seen().size();

        var existence = source.existence(RecordKind.INVOICE, ids);

        assertThat(existence.readable()).hasSize(102).contains(1L, 2L, 1_100L);
        assertThat(existence.forbidden()).containsAll(ids.subList(100, 600)).doesNotContain(1L);
        assertThat(odoo.seen().size() - before).as("a search, a read, and eight single reads").isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void goneOnesBetweenForbiddenOnesAreFoundByReading(Way way) throws Exception {
        var odoo = odoo(way);
        List<Long> ids = LongStream.rangeClosed(1_001, 1_030).boxed().toList();
        List<Long> there = ids.stream().filter(id -> id % 2 == 0).toList();
        there.forEach(id -> {
            odoo.books().put("account.move", id, Map.of("move_type", "out_invoice"));
            odoo.books().forbid("account.move", id);
        });
        var source = open(odoo, way);

        var existence = source.existence(RecordKind.INVOICE, ids);

        assertThat(existence.readable()).isEmpty();
        assertThat(existence.forbidden()).containsExactlyInAnyOrderElementsOf(there);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownFieldIsDroppedOnceAndNamed(Way way) throws Exception {
        var odoo = odoo(way);
        odoo.books().dropField("account.move", "narration");
        odoo.books().dropField("account.move", "payment_reference");
        var source = open(odoo, way);

        Invoice invoice = source.invoices(List.of(1L)).records().getFirst();
        int requests = odoo.seen().size();
        source.invoices(List.of(2L));

        assertThat(invoice.otherInfo().narration()).isEmpty();
        assertThat(invoice.otherInfo().paymentReference()).isEmpty();
        assertThat(invoice.amounts().total()).isEqualByComparingTo("121");
        assertThat(source.notices()).containsExactlyInAnyOrder(
                Problem.of(ProblemCode.FIELD_DROPPED, "account.move", "narration"),
                Problem.of(ProblemCode.FIELD_DROPPED, "account.move", "payment_reference"));
        assertThat(odoo.seen().size() - requests).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void anAmountThatIsGuardedIsNeverReadAsZero(Way way) throws Exception {
        var odoo = odoo(way);
        odoo.books().dropField("account.move", "amount_residual");
        var source = open(odoo, way);

        assertThatThrownBy(() -> source.invoices(List.of(1L))).isInstanceOfSatisfying(ProblemException.class,
                failure -> assertThat(failure.problem())
                        .isEqualTo(Problem.of(ProblemCode.FIELD_NEEDED, "account.move", "amount_residual")));
        assertThat(source.notices()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneUnreadableRecordDoesNotEndThePage(Way way) throws Exception {
        var odoo = odoo(way);
        odoo.books().set("account.move", 2, "amount_total", "a lot");
        odoo.books().set("account.move.line", 7, "quantity", List.of());
        var batch = open(odoo, way).invoices(List.of(1L, 2L, 5L));

        assertThat(batch.records()).extracting(Invoice::id).containsExactly(1L);
        assertThat(batch.problems()).extracting(problem -> problem.id() + " " + problem.field())
                .containsExactly("2 amount_total", "5 line_ids.quantity");
    }

    @ParameterizedTest
    @EnumSource
    void s10_onlyAllowedCallsReachTheServerAndAllAreLogged(Way way) throws Exception {
        var odoo = odoo(way);
        var source = open(odoo, way);
        source.list(RecordKind.INVOICE, null, 0, 10);
        source.invoices(List.of(1L, 2L));
        source.partners(List.of(10L));
        source.changedSince(RecordKind.PRODUCT, Instant.EPOCH);
        source.payments(List.of(1L));
        source.existence(RecordKind.INVOICE, List.of(1L));
        source.lineChanges(Instant.EPOCH, null);

        assertThat(odoo.seen()).extracting(FakeOdoo.Seen::call).isSubsetOf(ALLOWED_CALLS);
        assertThat(log).hasSize(odoo.seen().size());
        assertThat(log).extracting(RequestRecord::method).containsExactlyElementsOf(
                odoo.seen().stream().map(FakeOdoo.Seen::method).toList());
        assertThat(log).allSatisfy(request -> {
            assertThat(request.host()).isEqualTo("localhost:" + odoo.port());
            assertThat(request.outcome()).isEqualTo("ok");
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.tls()).isEqualTo("TLSv1.3");
        });
        assertThat(odoo.connections()).as("one connection for all calls").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void s20_theSecretGoesOnlyWhereACallNeedsIt(Way way) throws Exception {
        var odoo = odoo(way);
        var source = open(odoo, way);
        source.list(RecordKind.INVOICE, null, 0, 10);
        source.invoices(List.of(1L));

        long withSecret = odoo.seen().stream().filter(seen -> seen.body().contains(FakeOdoo.API_KEY)
                || seen.json().toString().contains("long-enough-to-be-found")
                || seen.header("authorization").contains(FakeOdoo.API_KEY)).count();

        long signIns = way.transport.equals("JSON-RPC") ? 1 : 0;
        long openCalls = odoo.seen().stream().filter(seen -> seen.method().contains("version")).count();
        assertThat(withSecret).isEqualTo(odoo.seen().size() - openCalls).isGreaterThanOrEqualTo(signIns + 3);
        assertThat(odoo.seen().getFirst().call()).isEqualTo("common:.version");
        assertThat(odoo.seen().stream().filter(seen -> seen.method().equals("authenticate"))).hasSize((int) signIns);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingRightNamesTheModel(Way way) throws Exception {
        var odoo = odoo(way);
        odoo.books().forbidModel("account.move");
        var source = open(odoo, way);

        assertThatThrownBy(() -> source.list(RecordKind.INVOICE, null, 0, 10))
                .isInstanceOfSatisfying(ProblemException.class, failure -> assertThat(failure.problem())
                        .isEqualTo(Problem.of(ProblemCode.NO_RIGHT, "account.move")));
        assertThat(log.getLast().outcome()).isEqualTo("no-right");
    }
}
