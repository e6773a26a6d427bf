package app.loupe.odoo;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads JSON strictly and within bounds: whatever a hostile or broken server sends is refused, never guessed at. Only
 * {@code NaN} and the infinite numbers are let in, because Python writes them for such values in the database;
 * {@link Row} then refuses them by the name of the field, and the other records are read.
 */
final class StrictJson {
    static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_DEPTH = 32;
    private static final int MOST_NUMBER_CHARS = 64;
    private static final int MOST_NAME_CHARS = 256;
    private static final int MOST_TOKENS = 1_500_000;
    private static final int DECODE_CHARS = 8_192;

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(MOST_DEPTH).maxStringLength(MOST_BYTES)
                            .maxNumberLength(MOST_NUMBER_CHARS).maxNameLength(MOST_NAME_CHARS)
                            .maxTokenCount(MOST_TOKENS).build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private StrictJson() {}

    /**
     * Parses a body; the result does not refer to it.
     *
     * @param body in an array
     * @param contentType may name a charset: only UTF-8 is accepted
     * @throws ProblemException {@link ProblemCode#ANSWER_MALFORMED}
     */
    static JsonNode parse(ByteBuffer body, String contentType) throws ProblemException {
        String type = contentType.toLowerCase(Locale.ROOT).replaceAll("[\"' ]", "");
        int charset = type.indexOf("charset=");
        if (charset >= 0 && !type.substring(charset).startsWith("charset=utf-8")) {
            throw ProblemException.of(ProblemCode.ANSWER_MALFORMED);
        }
        demandUtf8(body);
        try {
            JsonNode tree = MAPPER.reader().with(new AnswerObjects()).readTree(body.array(),
                    body.arrayOffset() + body.position(), body.remaining());
            if (tree == null || tree.isMissingNode()) {
                throw ProblemException.of(ProblemCode.ANSWER_MALFORMED);
            }
            return tree;
        } catch (JacksonException malformed) {
            // not kept as a cause, because its message may quote the answer
            throw ProblemException.of(ProblemCode.ANSWER_MALFORMED);
        }
    }

    /** Parses a text that came inside an answer (the payment box of Odoo 14 and 15). */
    static JsonNode parse(String text) throws ProblemException {
        return parse(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), "application/json");
    }

    /** Jackson would guess UTF-16 from the first bytes and let some malformed sequences pass. */
    private static void demandUtf8(ByteBuffer body) throws ProblemException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = body.slice();
        var out = CharBuffer.allocate(DECODE_CHARS);
        boolean zeroOrMark = (in.limit() > 0 && (in.get(0) == 0 || in.get(0) == (byte) 0xef))
                || (in.limit() > 1 && in.get(1) == 0);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError() || zeroOrMark) {
            throw ProblemException.of(ProblemCode.ANSWER_MALFORMED);
        }
    }

    /** A JSON string literal. */
    static String quote(String text) {
        return MAPPER.writeValueAsString(text);
    }

    /** The node that stands for a body that is not JSON. */
    static JsonNode nothing() {
        return MissingNode.getInstance();
    }

    /** The first bytes as Latin-1 text, whatever they are. */
    static String latin(ByteBuffer body, int mostBytes) {
        return StandardCharsets.ISO_8859_1.decode(body.slice(body.position(), Math.min(body.remaining(), mostBytes)))
                .toString();
    }
}
