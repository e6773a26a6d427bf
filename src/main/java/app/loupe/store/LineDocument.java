package app.loupe.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Packs the lines of an invoice: a byte for the format, then JSON, deflated. What is zero, empty or absent is left out.
 * As rows of their own, lines would be six sevenths of all rows of a copy and take most of its time and room.
 */
final class LineDocument {
    private static final int FORMAT = 1;
    private static final JsonFactory JSON = JsonFactory.builder().build();
    /** Text that nearly every document has, the commonest last. Part of the format: changing it changes the format. */
    private static final byte[] DICTIONARY = ("{\"reconciled\":true,\"matching_number\":\"\",\"partials\":\"\","
            + "\"due_date\":\"20\",\"journal_id\":,\"move_reference\":\"\",\"amount_residual\":,"
            + "\"amount_residual_currency\":,\"tax_base_amount\":,\"tax_id\":,\"tax_group_id\":,"
            + "\"kind\":\"NON_DEDUCTIBLE\"\"DISCOUNT\"\"COST_OF_GOODS\"\"ROUNDING\"\"SUBSECTION\"\"SECTION\"\"NOTE\""
            + "\"parent_state\":\"CANCELLED\"\"DRAFT\"},{\"id\":1,\"write_date\":\"2026-01-0T08:00:00Z\",\"move_id\":1,"
            + "\"move_name\":\"BILL/2026/INV/2025/0\",\"kind\":\"TAX\",\"parent_state\":\"POSTED\","
            + "\"kind\":\"PRODUCT\",\"parent_state\":\"POSTED\",\"sequence\":10,\"label\":\"\",\"product_id\":,"
            + "\"unit_id\":1,\"quantity\":1.0,\"price_unit\":,\"discount\":,\"price_subtotal\":,\"price_total\":,"
            + "\"tax_ids\":\"1\",\"account_id\":,\"partner_id\":,\"company_id\":1,\"currency_id\":1,\"debit\":,"
            + "\"credit\":,\"balance\":-,\"amount_currency\":-,\"accounting_date\":\"2025-12-3\"}]")
            .getBytes(StandardCharsets.UTF_8);

    private LineDocument() {}

    /** Packs lines, in their order. */
    static byte[] of(List<LineEntity> lines) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(FORMAT);
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setDictionary(DICTIONARY);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater);
                JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (LineEntity line : lines) {
                json.writeStartObject();
                LineField.ALL.values().forEach(field -> field.write(json, line));
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /**
     * Unpacks these values of the lines of an invoice; all others have the value that a missing one stands for.
     *
     * @throws IllegalStateException when these bytes are no document of this format
     */
    static List<LineEntity> lines(byte[] document, String connection, long invoice, Set<String> wanted) {
        if (document.length == 0 || document[0] != FORMAT) {
            throw new IllegalStateException("lines of another format");
        }
        var inflater = new Inflater(true);
        inflater.setDictionary(DICTIONARY);
        var lines = new ArrayList<LineEntity>();
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(document, 1, document.length - 1),
                inflater); JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            demand(json.nextToken() == JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                LineEntity line = LineField.blank(connection, invoice);
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    LineField field = LineField.of(name);
                    if (wanted.contains(name)) {
                        field.read(json, line);
                    }
                }
                lines.add(line);
            }
            demand(json.currentToken() == JsonToken.END_ARRAY);
            return lines;
        } catch (IOException | JacksonException broken) {
            throw new IllegalStateException("lines that cannot be read", broken);
        } finally {
            inflater.end();
        }
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new IllegalStateException("lines that cannot be read");
        }
    }
}
