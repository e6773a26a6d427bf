package app.loupe.ui.common;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemException;

/**
 * A PDF that is to be looked at.
 *
 * @param title above it
 * @param fileName what it is called when it is saved: "INV-2026-00017.pdf"
 * @param source where it comes from
 */
public record ShownPaper(String title, String fileName, Source source) {
    /** Makes or fetches the PDF. */
    @FunctionalInterface
    public interface Source {
        /** The whole file, and what is said of it. May take long; in the background. */
        @Blocking
        Read read(CancelToken cancel) throws ProblemException;
    }

    /** A PDF as it was read. */
    public static final class Read {
        private final byte[] bytes;
        private final String note;
        private final String warning;

        /** A file that nothing is missing in. */
        public Read(byte[] bytes, String note) {
            this(bytes, note, "");
        }

        /**
         * A file.
         *
         * @param bytes all of it; its own from now on
         * @param note one sentence: whether it is a copy, or when the original was read
         * @param warning one sentence: that something may be missing in it; empty where nothing is
         */
        public Read(byte[] bytes, String note, String warning) {
            this.bytes = bytes;
            this.note = note;
            this.warning = warning;
        }

        /** The file. Not a copy: nobody may change it. */
        public byte[] bytes() {
            return bytes;
        }

        /** What is said of it. */
        public String note() {
            return note;
        }

        /** What whoever gives it away must know; empty where that is nothing. */
        public String warning() {
            return warning;
        }
    }
}
