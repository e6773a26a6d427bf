package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rooms for bodies: what is given back is used again, and no more than two are kept. */
class BodyBuffersTest {
    private final BodyBuffers bodies = new BodyBuffers();

    @Test
    void whatIsGivenBackIsTakenByTheNextAnswer() {
        BodyBuffers.Room first = bodies.take();
        BodyBuffers.Room beside = bodies.take();
        assertThat(beside.buffer()).isNotSameAs(first.buffer());

        first.close();

        assertThat(bodies.take().buffer()).isSameAs(first.buffer());
        assertThat(bodies.free()).isZero();
    }

    @Test
    void moreThanTwoAreNotKept() {
        var rooms = new BodyBuffers.Room[] {bodies.take(), bodies.take(), bodies.take()};
        for (BodyBuffers.Room room : rooms) {
            room.close();
        }
        assertThat(bodies.free()).isEqualTo(2);
    }
}
