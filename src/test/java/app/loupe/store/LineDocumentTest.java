package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed comes out as it went in, and what is no document is refused. */
class LineDocumentTest {
    private static final String SHOP = "aaaaaaaa";

    /** Every value that a line has, set to something that is not left out. */
    private static LineEntity full(long id) throws ReflectiveOperationException {
        LineEntity line = LineField.blank(SHOP, 7);
        for (Field field : fields()) {
            field.set(line, switch (field.getType().getSimpleName()) {
                case "long" -> id;
                case "Long" -> id + 1;
                case "int" -> 10;
                case "boolean" -> true;
                case "String" -> field.getName() + " \u00fc\u20ac \"quoted\"\n\u0645";
                case "BigDecimal" -> new BigDecimal("-12345678901234567890.1234567890");
                case "LocalDate" -> LocalDate.of(2026, 2, 28);
                case "Instant" -> Instant.parse("2026-03-01T10:00:00.123456789Z");
                default -> throw new AssertionError(field);
            });
        }
        return line;
    }

    /** Those that a document carries: it is known whose and which invoice's it is, and its own hash stands for the content's. */
    private static List<Field> fields() {
        return Stream.of(LineEntity.class, RecordEntity.class, CountedEntity.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field -> !List.of("connectionId", "invoiceId", "contentHash").contains(field.getName()))
                .toList();
    }

    private static List<LineEntity> unpacked(byte[] document) {
        return LineDocument.lines(document, SHOP, 7, LineField.ALL.keySet());
    }

    @Test
    void everyValueOfALineComesBack() throws Exception {
        List<LineEntity> lines = List.of(full(1), full(Long.MAX_VALUE - 1), full(-5));

        assertThat(unpacked(LineDocument.of(lines))).usingRecursiveFieldByFieldElementComparator().isEqualTo(lines);
    }

    @Test
    void whatIsLeftOutComesBackEmpty() {
        LineEntity blank = LineField.blank(SHOP, 7);
        blank.priceUnit = new BigDecimal("0.00");

        LineEntity again = unpacked(LineDocument.of(List.of(blank))).getFirst();

        assertThat(again.priceUnit).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(again).usingRecursiveComparison().ignoringFields("priceUnit").isEqualTo(blank);
        assertThat(unpacked(LineDocument.of(List.of()))).isEmpty();
    }

    @Test
    void numbersKeepEveryDigitAndTheirScale() {
        for (String number : List.of("1.50", "1E+30", "-1E-20", "0.1", "100", "99999999999999999999.99999")) {
            LineEntity line = LineField.blank(SHOP, 7);
            line.balance = new BigDecimal(number);

            assertThat(unpacked(LineDocument.of(List.of(line))).getFirst().balance).isEqualTo(line.balance);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 40})
    void whatIsNoDocumentIsRefused(int length) throws Exception {
        byte[] document = LineDocument.of(List.of(full(1), full(2)));
        byte[] other = document.clone();
        other[0]++;

        assertThatThrownBy(() -> unpacked(Arrays.copyOf(document, length))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> unpacked(other)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> LineField.of("unknown")).isInstanceOf(IllegalStateException.class);
    }

    /** The hash over a document is what notices damage; without it a garbled one must at least end in nothing else. */
    @Test
    void garbledBytesEndInRefusalOrInLines() throws Exception {
        byte[] document = LineDocument.of(List.of(full(1), full(2), full(3)));
        var random = new Random(20_261_126);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] garbled = document.clone();
            garbled[random.nextInt(garbled.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(unpacked(garbled)).isNotNull();
            } catch (IllegalStateException | ArithmeticException | IllegalArgumentException
                    | java.time.DateTimeException noDocument) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }
}
