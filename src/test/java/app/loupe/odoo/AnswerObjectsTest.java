package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerObjectsTest {
    private static JsonNode parsed(String text) throws ProblemException {
        return StrictJson.parse(StandardCharsets.UTF_8.encode(text), "application/json");
    }

    private static String object(List<Integer> fields) {
        return fields.stream().map(field -> "\"f" + field + "\":" + (field % 7 == 0 ? "{\"f1\":[]}" : field))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Objects of one answer, some with the same fields, some with others, in one order or another. */
    @Test
    void everyObjectHasItsOwnFields() throws Exception {
        var random = new Random(7);
        var objects = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            var fields = new ArrayList<>(IntStream.range(0, random.nextInt(100)).boxed().toList());
            if (random.nextBoolean()) {
                Collections.shuffle(fields, random);
            }
            objects.add(object(fields));
        }
        String answer = "[" + String.join(",", objects) + "]";

        JsonNode found = parsed(answer);

        JsonNode plain = JsonMapper.shared().readTree(answer);
        assertThat(found).isEqualTo(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(found.get(i).size()).isEqualTo(plain.get(i).size());
            assertThat(found.get(i).propertyNames()).containsExactlyElementsOf(plain.get(i).propertyNames());
            for (String name : plain.get(i).propertyNames()) {
                assertThat(found.get(i).get(name)).isEqualTo(plain.get(i).get(name));
            }
            assertThat(found.get(i).has("f100")).isFalse();
        }
    }

    /** The last of so many fields has the name of the first, or of the one before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 63, 64, 65, 66, 100})
    void aNameThatComesTwiceIsRefused(int fields) throws Exception {
        String whole = object(IntStream.range(0, fields).boxed().toList());
        assertThat(parsed("[" + whole + "," + whole + "]")).hasSize(2);
        for (int twice : List.of(0, fields - 1)) {
            String broken = whole.substring(0, whole.length() - 1) + ",\"f" + twice + "\":1}";
            assertThatThrownBy(() -> parsed("[" + whole + "," + broken + "]")).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> parsed(broken)).isInstanceOf(ProblemException.class);
        }
    }
}
