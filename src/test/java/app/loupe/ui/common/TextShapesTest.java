package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextShapesTest {
    @Test
    void aHundredThousandNumbersHaveOneShape() {
        var shapes = new TextShapes();

        IntStream.range(0, 100_000).forEach(i -> shapes.add("INV/2026/" + (100_000 + i)));

        assertThat(shapes.widest()).containsExactly("INV/0000/000000");
    }

    @Test
    void theWidestOfManyNamesIsAmongThoseThatAreMeasured() {
        var shapes = new TextShapes();
        shapes.add("WWWWWWWWWWWWWWWWWWWWWWWW");
        shapes.add("見積書見積書見積書見積書見積書");
        shapes.add("iiiiiiiiiiiiiiiiiiiiiiii");

        IntStream.range(0, 10_000).forEach(i -> shapes.add("x".repeat(i % 20) + Character.toString('a' + i % 26)
                + Character.toString('a' + i / 26 % 26) + Character.toString('a' + i / 676 % 26)));

        assertThat(shapes.widest()).hasSizeLessThan(500).contains("WWWWWWWWWWWWWWWWWWWWWWWW",
                "見積書見積書見積書見積書見積書");
    }
}
