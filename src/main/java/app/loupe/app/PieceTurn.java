package app.loupe.app;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one at a time write to whoever asks: an answer, piece by piece, and the signs that its window lives, between two
 * pieces. An answer works in a place of its own and leaves it to others for as long as it writes; until it has one again,
 * nobody writes and signs may be given.
 */
final class PieceTurn {
    private final ReentrantLock writing = new ReentrantLock();
    private final Semaphore places;

    /** @param places who writes a piece has one of them */
    PieceTurn(Semaphore places) {
        this.places = places;
    }

    /** Writes something to whoever asks. */
    @FunctionalInterface
    interface Written {
        /** Throws when nobody takes it. */
        void write() throws IOException;
    }

    /** Writes all of a piece before anybody else writes; returns once the answer has a place again. */
    void piece(Written piece) throws IOException {
        places.release();
        try {
            writing.lock();
            try {
                piece.write();
            } finally {
                writing.unlock();
            }
        } finally {
            places.acquireUninterruptibly();
        }
    }

    /** Writes this if no piece is being written, and never waits. */
    void between(Written sign) throws IOException {
        if (writing.tryLock()) {
            try {
                sign.write();
            } finally {
                writing.unlock();
            }
        }
    }
}
