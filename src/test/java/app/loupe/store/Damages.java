package app.loupe.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Damages one file in every way that a disk, a copy program or a backup does, and makes a table of what became of them. With
 * {@code -Ddamages=70} as many of each file.
 */
final class Damages {
    private static final int EACH_FILE = Integer.getInteger("damages", 5);
    private static final long SEED = Long.getLong("damages.seed", 20_261_128);
    private static final int BLOCK = 4_096;
    private static final Path TABLES = Path.of("target", "damage");

    private enum Kind {
        BIT,
        ZEROED,
        CUT,
        SWAPPED,
        OLDER
    }

    /** Opens what was damaged, by its name and bytes: what became of it, or the failure of an assertion. */
    @FunctionalInterface
    interface Opening {
        String outcome(String damage, byte[] file) throws Exception;
    }

    private Damages() {}

    /**
     * Damages a file again and again.
     *
     * @param file its name, for the table
     * @param older what it was at an earlier time
     * @return what was silent or a dead end, one line each
     */
    static List<String> faults(String file, byte[] whole, byte[] older, Opening opening) throws IOException {
        var chance = new Random(SEED);
        var table = new TreeMap<String, Integer>();
        var faults = new ArrayList<String>();
        for (int i = 0; i < EACH_FILE; i++) {
            Kind kind = Kind.values()[i % Kind.values().length];
            int at = chance.nextInt(whole.length);
            int other = chance.nextInt(whole.length);
            byte[] damaged = damaged(kind, whole, older, at, other);
            String name = file + " " + kind + " at " + at + (kind == Kind.SWAPPED ? " with " + other : "");
            String outcome;
            try {
                outcome = opening.outcome(name, damaged);
            } catch (Exception | AssertionError failure) {
                outcome = "FAULT";
                faults.add(name + ": " + failure);
            }
            table.merge(kind + " " + outcome, 1, Integer::sum);
        }
        Files.writeString(Files.createDirectories(TABLES).resolve(file + ".txt"),
                "seed " + SEED + " " + table + "\n" + String.join("\n", faults) + "\n");
        return faults;
    }

    private static byte[] damaged(Kind kind, byte[] whole, byte[] older, int at, int other) {
        byte[] damaged = whole.clone();
        // a small file has no blocks of that size
        int block = Math.min(BLOCK, Math.max(1, whole.length / 4));
        switch (kind) {
            case BIT -> damaged[at] ^= (byte) (1 << other % 8);
            case ZEROED -> Arrays.fill(damaged, at / block * block, Math.min(whole.length, at / block * block + block),
                    (byte) 0);
            case CUT -> damaged = Arrays.copyOf(whole, other % 2 == 0 ? at : at / block * block);
            case SWAPPED -> {
                int one = at % (whole.length / block) * block;
                int two = other % (whole.length / block) * block;
                System.arraycopy(whole, one, damaged, two, block);
                System.arraycopy(whole, two, damaged, one, block);
            }
            case OLDER -> damaged = olderIn(whole, older, at / block * block, block, other % 3);
        }
        return damaged;
    }

    /** The older file whole, one of its blocks in the newer one, or a newer block in it. */
    private static byte[] olderIn(byte[] whole, byte[] older, int from, int block, int how) {
        byte[] into = (how == 1 ? whole : older).clone();
        byte[] block1 = how == 1 ? older : whole;
        int length = Math.min(block, Math.min(into.length, block1.length) - from);
        if (how > 0 && length > 0) {
            System.arraycopy(block1, from, into, from, length);
        }
        return into;
    }
}
