package app.loupe.odoo;

import java.util.concurrent.ArrayBlockingQueue;

/**
 * The buffers of one connection: one answer is read while the next arrives. A buffer that is given back is used for the
 * next answer. Safe for use by several threads; each buffer belongs to one at a time.
 */
final class BodyBuffers {
    private static final int MOST = 2;

    private final ArrayBlockingQueue<BodyBuffer> free = new ArrayBlockingQueue<>(MOST);

    /** The buffer of one body; closed when the body is no longer needed. */
    record Room(BodyBuffer buffer, ArrayBlockingQueue<BodyBuffer> home) implements AutoCloseable {
        @Override
        public void close() {
            // a buffer without a place is dropped
            home.offer(buffer);
        }
    }

    /** A buffer that was given back, or a new one. */
    Room take() {
        BodyBuffer kept = free.poll();
        return new Room(kept == null ? new BodyBuffer() : kept, free);
    }

    /** How many buffers wait for an answer. */
    int free() {
        return free.size();
    }
}
