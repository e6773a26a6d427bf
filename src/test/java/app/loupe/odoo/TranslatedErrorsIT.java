package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeOdoo;
import testkit.Fault;

/** An Odoo that words its errors in the language of the user says the same as one that does so in English. */
class TranslatedErrorsIT {
    private static final String MOVE = "account.move";
    private static final String ENGLISH = "\"lang\":\"en_US\"";

    private final HttpsOdooGateway gateway = new HttpsOdooGateway();
    private FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V18);

    @AfterEach
    void close() {
        gateway.close();
        odoo.close();
    }

    private InvoiceSource open(FakeOdoo.Version version, String secret) throws ProblemException {
        odoo.close();
        odoo = FakeOdoo.start(version);
        odoo.speakFrench();
        for (long id = 1; id <= 3; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-01-15", 100);
        }
        return gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.lending(secret), request -> {}, new CancelToken());
    }

    private long inEnglish() {
        return odoo.seen().stream().filter(seen -> seen.body().contains(ENGLISH)).count();
    }

    @ParameterizedTest
    @CsvSource({"V18, " + FakeOdoo.API_KEY, "V19, " + FakeOdoo.API_KEY})
    void guardedFieldsAreDroppedOneByOne(FakeOdoo.Version version, String secret) throws Exception {
        try (InvoiceSource source = open(version, secret)) {
            odoo.books().guardField(MOVE, "narration");
            odoo.books().guardField(MOVE, "payment_reference");

            assertThat(source.invoices(List.of(1L, 2L)).records()).hasSize(2);

            assertThat(source.notices()).containsExactlyInAnyOrder(
                    Problem.of(ProblemCode.FIELD_DROPPED, MOVE, "narration"),
                    Problem.of(ProblemCode.FIELD_DROPPED, MOVE, "payment_reference"));
            assertThat(inEnglish()).as("only what was not understood is asked in English").isEqualTo(2);
            source.invoices(List.of(3L));
            assertThat(inEnglish()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"V18, " + FakeOdoo.API_KEY, "V19, " + FakeOdoo.API_KEY})
    void aFieldThatIsNeededIsNamed(FakeOdoo.Version version, String secret) throws Exception {
        try (InvoiceSource source = open(version, secret)) {
            odoo.books().guardField(MOVE, "amount_total");

            assertThatThrownBy(() -> source.invoices(List.of(1L))).isInstanceOfSatisfying(ProblemException.class,
                    refused -> assertThat(refused.problem())
                            .isEqualTo(Problem.of(ProblemCode.FIELD_NEEDED, MOVE, "amount_total")));
        }
    }

    @ParameterizedTest
    @CsvSource({"V14, " + FakeOdoo.API_KEY, "V18, " + FakeOdoo.API_KEY, "V19, " + FakeOdoo.API_KEY})
    void aRuleOverRecordsIsNotAskedAboutForEach(FakeOdoo.Version version, String secret) throws Exception {
        try (InvoiceSource source = open(version, secret)) {
            List<Long> ids = LongStream.rangeClosed(1_001, 1_100).boxed().toList();
            ids.forEach(id -> odoo.books().put(MOVE, id, Map.of("move_type", "out_invoice")));
            ids.forEach(id -> odoo.books().forbid(MOVE, id));

            assertThat(source.existence(RecordKind.INVOICE, ids).forbidden()).containsExactlyInAnyOrderElementsOf(ids);

            assertThat(inEnglish()).as("its words stay those of the user, and are known by then").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"V18, " + FakeOdoo.API_KEY, "V19, " + FakeOdoo.API_KEY})
    void aModelThatIsForbiddenSaysNothingOfItsRecords(FakeOdoo.Version version, String secret) throws Exception {
        try (InvoiceSource source = open(version, secret)) {
            odoo.books().forbid(MOVE, 2);
            assertThat(source.existence(RecordKind.INVOICE, List.of(1L, 2L)).forbidden()).containsExactly(2L);
            // it goes between the search, which shows what is readable, and the read of the rest
            odoo.fault((good, out, closed) -> {
                odoo.books().forbidModel(MOVE);
                out.write(Fault.answer(good.status(), good.contentType(), good.bytes()));
            });

            assertThatThrownBy(() -> source.existence(RecordKind.INVOICE, List.of(1L, 77L, 78L)))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                            .isEqualTo(Problem.of(ProblemCode.NO_RIGHT, MOVE)));
        }
    }

    private boolean isLastInEnglish() {
        return odoo.seen().getLast().body().contains(ENGLISH);
    }

    /** What is asked in English is asked to learn the words of an error, and nothing else of it is used. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasRefusedForAMomentComesInTheLanguageOfTheUser(boolean refusedOnceMore) throws Exception {
        try (InvoiceSource source = open(FakeOdoo.Version.V19, FakeOdoo.API_KEY)) {
            odoo.onTheWay(good -> isLastInEnglish() ? with(good, "Azure Interior", "English Interior") : good);
            var refusal = Fault.status(403, "application/json",
                    "{\"name\":\"odoo.exceptions.AccessError\",\"message\":\"Vous ne pouvez pas.\"}");
            odoo.fault(refusal);
            if (refusedOnceMore) {
                odoo.faultAfter(1, refusal);
                assertThatThrownBy(() -> source.invoices(List.of(1L))).isInstanceOf(ProblemException.class);
            }

            String read = source.invoices(List.of(1L)).records().toString();

            assertThat(read).contains("Azure Interior").doesNotContain("English");
            assertThat(inEnglish()).isEqualTo(1);
        }
    }

    private static Fault.Good with(Fault.Good good, String regex, String text) {
        return new Fault.Good(good.status(), good.contentType(), good.body().replaceAll(regex, text));
    }

    /** Those of an add-on are not Odoo's in any language; and a rule may be worded in English when that is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"Only for the board.", "Uh-oh! Looks like you have stumbled upon some top-secret records."})
    void wordsThatMeanNoMoreInEnglishAreAskedAboutOnce(String english) throws Exception {
        try (InvoiceSource source = open(FakeOdoo.Version.V19, FakeOdoo.API_KEY)) {
            odoo.onTheWay(good -> isLastInEnglish() ? with(good, "Oups[^\"]*", english) : good);
            List<Long> ids = LongStream.rangeClosed(1_001, 1_100).boxed().toList();
            ids.forEach(id -> odoo.books().put(MOVE, id, Map.of("move_type", "out_invoice")));
            ids.forEach(id -> odoo.books().forbid(MOVE, id));

            assertThat(source.existence(RecordKind.INVOICE, ids).forbidden()).containsExactlyInAnyOrderElementsOf(ids);

            assertThat(inEnglish()).isEqualTo(1);
        }
    }
}
