package app.loupe.odoo;

import java.util.concurrent.ArrayBlockingQueue;

/**
 * Room for the bodies of one connection's answers: one is read while another one comes. What is given back is taken by the next
 * answer. Safe for use by several threads; each room belongs to one at a time.
 */
final class BodyBuffers {
    private static final int MOST = 2;

    private final ArrayBlockingQueue<BodyBuffer> free = new ArrayBlockingQueue<>(MOST);

    /** Room for one body; closed when nobody looks at that any more. */
    record Room(BodyBuffer buffer, ArrayBlockingQueue<BodyBuffer> home) implements AutoCloseable {
        @Override
        public void close() {
            // more than there is a place for are nobody's
            home.offer(buffer);
        }
    }

    /** What was given back, or new. */
    Room take() {
        BodyBuffer kept = free.poll();
        return new Room(kept == null ? new BodyBuffer() : kept, free);
    }

    /** How many wait for an answer. */
    int free() {
        return free.size();
    }
}
