package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StrictJsonTest {
    private static void refused(byte[] body) {
        assertThatThrownBy(() -> StrictJson.parse(ByteBuffer.wrap(body), "application/json")).isInstanceOfSatisfying(
                ProblemException.class,
                failure -> assertThat(failure.problem().code()).isEqualTo(ProblemCode.ANSWER_MALFORMED));
    }

    private static void refused(String body) {
        refused(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void j1_everyTruncationOfARecordedAnswerIsRefused() throws Exception {
        byte[] whole;
        try (InputStream in = StrictJsonTest.class.getResourceAsStream("/odoo/14-account.move.json")) {
            whole = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip()
                    .getBytes(StandardCharsets.UTF_8);
        }
        assertThat(StrictJson.parse(ByteBuffer.wrap(whole), "application/json").get("result")).isNotEmpty();
        for (int length = 0; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nul", "nan", "[+NaN]", "[-NaN]", "[Inf]", "[01]", "[1.]", "[.5]", "[+1]", "[1,]",
        "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":1}}", "[1] [2]", "{} x", "['a']", "{a:1}", "[1] // no",
        "[\"\u0001\"]", "\u0000[1]", "[1]\u0000"})
    void j2_whatIsNoStrictJsonIsRefused(String body) {
        refused(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5b22c328225d", "5b22ff225d", "5b22c0af225d", "5b22eda080225d", "5b22f4908080225d",
        "efbbbf5b5d", "fffe5b005d00", "005b005d", "5b005d00", "5b22e282225d"})
    void j2_malformedUtf8AndOtherEncodingsAreRefused(String hex) {
        refused(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1_000, 1_000_000})
    void j2_deepNestingIsRefused(int depth) {
        refused("[".repeat(depth) + "]".repeat(depth));
        refused("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
    }

    @Test
    void j2_longStringsNumbersAndNamesAreRefused() {
        refused("[\"" + "x".repeat(33 * 1024 * 1024) + "\"]");
        refused("[" + "9".repeat(1_000_000) + "]");
        refused("[0." + "1".repeat(65) + "]");
        refused("{\"" + "n".repeat(300) + "\":1}");
    }

    @Test
    void j2_tooManyTokensAreRefused() {
        var body = new ByteArrayOutputStream();
        body.write('[');
        body.writeBytes("1,".repeat(5_000_001).getBytes(StandardCharsets.US_ASCII));
        body.writeBytes("1]".getBytes(StandardCharsets.US_ASCII));
        refused(body.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999999999", "-1e999999999", "1e-999999999", "1e50",
        "12345678901234567890123456789012345678901234567890"})
    void j2_numbersOutOfProportionSpoilOneFieldOnly(String number) throws Exception {
        JsonNode node = StrictJson.parse("{\"id\":1,\"amount\":" + number + "}");
        var row = new Row(node, Set.of(), new KnownNames());

        assertThat(row.id()).isEqualTo(1);
        assertThatThrownBy(() -> row.number("amount", 2)).isInstanceOf(UnreadableFieldException.class)
                .hasMessage("amount");
        assertThatThrownBy(() -> row.ids("amount")).isInstanceOf(UnreadableFieldException.class);
        assertThatThrownBy(() -> row.integer("amount")).isInstanceOf(UnreadableFieldException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "{}", "[]", "[1]", "[1,2]", "\"x\"", "0", "[\"1\",\"x\"]", "[-1,\"x\"]",
        "[1,\"x\",2]", "[1.5,\"x\"]"})
    void j2_aReferenceOfAnotherTypeIsNamed(String value) throws Exception {
        var row = new Row(StrictJson.parse("{\"id\":1,\"partner_id\":" + value + "}"), Set.of(), new KnownNames());

        assertThatThrownBy(() -> row.ref("partner_id")).isInstanceOf(UnreadableFieldException.class)
                .hasMessage("partner_id");
    }

    @Test
    void falseIsAbsentByTheTypeOfTheField() throws Exception {
        var row = new Row(StrictJson.parse("{\"id\":1,\"x\":false,\"name\":[3,false]}"), Set.of("gone"),
                new KnownNames());

        assertThat(row.text("x")).isEmpty();
        assertThat(row.date("x")).isNull();
        assertThat(row.ref("x")).isNull();
        assertThat(row.ids("x")).isEmpty();
        assertThat(row.flag("x")).isFalse();
        assertThat(row.number("x", 2)).isEqualTo("0.00");
        assertThat(row.text("gone")).isEmpty();
        assertThat(Objects.requireNonNull(row.ref("name")).name()).isEmpty();
        assertThatThrownBy(() -> row.text("missing")).isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void amountsKeepTheDecimalsOfTheirCurrencyAndNoNoise() throws Exception {
        var row = new Row(StrictJson.parse("{\"a\":200.0,\"b\":201084.0,\"c\":1.234,\"d\":100,\"e\":1.50}"), Set.of(),
                new KnownNames());

        assertThat(row.number("a", 2)).isEqualTo("200.00");
        assertThat(row.number("b", 0)).isEqualTo("201084");
        assertThat(row.number("c", 2)).isEqualTo("1.234");
        assertThat(row.number("d", 0)).isEqualTo("100");
        assertThat(row.number("e", 3)).isEqualTo("1.500");
    }
}
