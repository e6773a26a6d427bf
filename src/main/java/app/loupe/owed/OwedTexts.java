package app.loupe.owed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Number and reference of entries, in blocks of UTF-8 bytes with a byte behind each that is in no UTF-8. A pair is found by
 * its place: the number of its block and where in that it begins. Immutable.
 */
final class OwedTexts {
    private static final byte END = (byte) 0xff;
    private static final int PLACE_BITS = 16;
    private static final int BLOCK = 1 << PLACE_BITS;

    private final List<byte[]> blocks;

    private OwedTexts(List<byte[]> blocks) {
        this.blocks = blocks;
    }

    /** The number of the entry whose texts stand in this place. */
    String number(int place) {
        return text(place, begin(place));
    }

    /** Its reference. */
    String reference(int place) {
        return text(place, end(block(place), begin(place)) + 1);
    }

    private byte[] block(int place) {
        return blocks.get(place >>> PLACE_BITS);
    }

    private static int begin(int place) {
        return place & (BLOCK - 1);
    }

    private static int end(byte[] block, int from) {
        int end = from;
        while (block[end] != END) {
            end++;
        }
        return end;
    }

    private String text(int place, int from) {
        byte[] block = block(place);
        return new String(block, from, end(block, from) - from, StandardCharsets.UTF_8);
    }

    /** Collects texts; one thread. */
    static final class Writer {
        private final List<byte[]> blocks = new ArrayList<>();
        private byte[] block = new byte[BLOCK];
        private int used;
        private String lastNumber = "";
        private String lastReference = "";
        private int last = -1;

        /** The place of these texts: the instalments of an invoice, which come one after the other, share it. */
        int add(String number, String reference) {
            if (last < 0 || !number.equals(lastNumber) || !reference.equals(lastReference)) {
                byte[] first = number.getBytes(StandardCharsets.UTF_8);
                byte[] second = reference.getBytes(StandardCharsets.UTF_8);
                makeRoom(first.length + second.length + 2);
                last = (blocks.size() << PLACE_BITS) | used;
                write(first);
                write(second);
                lastNumber = number;
                lastReference = reference;
            }
            return last;
        }

        /** A pair that no block holds has one of its own. */
        private void makeRoom(int length) {
            if (used + length > block.length) {
                end();
                block = new byte[Math.max(BLOCK, length)];
            }
        }

        private void end() {
            blocks.add(Arrays.copyOf(block, used));
            used = 0;
        }

        private void write(byte... text) {
            System.arraycopy(text, 0, block, used, text.length);
            block[used + text.length] = END;
            used += text.length + 1;
        }

        OwedTexts written() {
            end();
            block = new byte[0];
            return new OwedTexts(List.copyOf(blocks));
        }
    }
}
