package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Answers that are gathered in the same array one after the other are each what came. */
class BodyBufferTest {
    private static byte[] some(int seed, int count) {
        var bytes = new byte[count];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(ByteBuffer body) {
        var bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }

    /** Gives at most so many bytes at once, as a network does. */
    private static InputStream dripping(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
    }

    @Test
    void nothing_of_an_answer_is_left_in_the_next_one() throws IOException {
        var buffer = new BodyBuffer();
        for (int count : new int[] {0, 1, 65_535, 65_536, 65_537, 300_000, 70_000, 3, 0, 131_072}) {
            byte[] sent = some(count, count);

            assertThat(read(buffer.fill(dripping(sent, 1_000)))).isEqualTo(sent);
            assertThat(read(buffer.fill(new ByteArrayInputStream(sent)))).isEqualTo(sent);
        }
    }

    @Test
    void an_array_serves_many_answers_but_for_that_of_a_very_large_one() throws IOException {
        var buffer = new BodyBuffer();
        byte[] first = buffer.fill(new ByteArrayInputStream(some(1, 5_000_000))).array();
        byte[] second = buffer.fill(new ByteArrayInputStream(some(2, 5_000_000))).array();
        byte[] huge = buffer.fill(new ByteArrayInputStream(new byte[20_000_000])).array();
        byte[] afterwards = buffer.fill(new ByteArrayInputStream(some(3, 100))).array();

        assertThat(second).isSameAs(first);
        assertThat(huge.length).isGreaterThan(20_000_000);
        assertThat(afterwards.length).isLessThan(100_000);
    }
}
