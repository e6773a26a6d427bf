package app.loupe.review;

/**
 * Many whole numbers, each in as few bits as the largest of them takes: prices in millionths that all end in zeros, quantities
 * between one and twenty, places among few values. Immutable.
 */
final class PackedNumbers {
    private static final long MOST_ZEROS = 1_000_000;
    private static final int TEN = 10;

    private final int count;
    /** Every number is so many times what is kept of it, and so much more. */
    private final long factor;
    private final long least;
    /** The largest that is kept, without a sign. */
    private final long most;
    private final int bits;
    private final long mask;
    private final long[] words;

    private PackedNumbers(long[] numbers) {
        count = numbers.length;
        factor = factor(numbers);
        long low = count == 0 ? 0 : Long.MAX_VALUE;
        long high = count == 0 ? 0 : Long.MIN_VALUE;
        for (long number : numbers) {
            low = Math.min(low, number / factor);
            high = Math.max(high, number / factor);
        }
        least = low;
        // what is further apart than a long can say has all its bits
        most = high - low;
        bits = Long.SIZE - Long.numberOfLeadingZeros(most);
        mask = bits == 0 ? 0 : -1L >>> (Long.SIZE - bits);
        // one word more than is filled: what is read goes on in the next one, whether it has to or not
        words = new long[(int) ((long) count * bits / Long.SIZE) + 2];
        for (int i = 0; i < count; i++) {
            put(i, numbers[i] / factor - least);
        }
    }

    /** These numbers, each at its place. */
    static PackedNumbers of(long... numbers) {
        return new PackedNumbers(numbers);
    }

    /** The largest power of ten that divides all of them, as far as millionths can end in zeros. */
    private static long factor(long... numbers) {
        long factor = MOST_ZEROS;
        for (long number : numbers) {
            while (number % factor != 0) {
                factor /= TEN;
            }
        }
        return factor;
    }

    private void put(int i, long kept) {
        long at = (long) i * bits;
        int word = (int) (at / Long.SIZE);
        int from = (int) (at % Long.SIZE);
        words[word] |= kept << from;
        if (from + bits > Long.SIZE) {
            words[word + 1] |= kept >>> (Long.SIZE - from);
        }
    }

    /** Without a branch, which would be taken or not as it comes: many are asked for one after the other. */
    private long kept(long at) {
        int word = (int) (at / Long.SIZE);
        int from = (int) (at % Long.SIZE);
        return ((words[word] >>> from) | ((words[word + 1] << 1) << (Long.SIZE - 1 - from))) & mask;
    }

    /** How many there are. */
    int size() {
        return count;
    }

    /** The number at a place. */
    long get(int i) {
        return (kept((long) i * bits) + least) * factor;
    }

    /** The first place, from this one on, of a number; how many there are when it comes no more. */
    int next(long number, int from) {
        long wanted = number / factor - least;
        if (number % factor != 0 || Long.compareUnsigned(wanted, most) > 0) {
            return count;
        }
        int i = from;
        for (long at = (long) from * bits; i < count && kept(at) != wanted; at += bits) {
            i++;
        }
        return i;
    }

    /** Those from one place to another. */
    long[] between(int from, int to) {
        var numbers = new long[to - from];
        for (int i = from; i < to; i++) {
            numbers[i - from] = get(i);
        }
        return numbers;
    }
}
