package app.loupe.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a disk may hold after the power went: looks at a folder again and again while it is written, and makes images of it.
 * Small files are replaced whole and forced, so they are as they were seen; they are read before the stores, because they
 * tell of what is on the disk already. Of a store, everything that changed since the last acknowledged step may be missing.
 * Safe for use by the thread that looks beside the one that writes.
 */
final class PowerCuts {
    private static final int BLOCK = 4_096;
    /** What a disk writes as a whole. */
    private static final int SECTOR = 512;
    private static final String STORE = ".mv.db";

    /** How the last writes are left. */
    enum Kind {
        /** All that was handed to the system is there: a killed process. */
        WHOLE,
        /** The next write is there up to some sector of it, and the file ends there. */
        TORN,
        /** The same, and the file is as long as it was to be, with zeroes. */
        ZEROED,
        /** Of the blocks written since the last acknowledged step some are there, whichever they are. */
        REORDERED
    }

    /** A moment: how many steps were acknowledged when it began and when it was over, and the files. */
    private record Shot(int acknowledged, int after, Map<String, byte[]> files) {}

    /** Files after a power cut, when so many steps had been acknowledged and so many at most been begun. */
    record Image(String name, Kind kind, int acknowledged, int begun, Map<String, byte[]> files) {
        /** Lays them out in an empty folder. */
        Path in(Path folder) throws IOException {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        }
    }

    private final Path folder;
    private final List<Shot> shots = new ArrayList<>();
    /** The first shot after each acknowledged step. */
    private final Map<Integer, Shot> kept = new TreeMap<>();
    private final Thread eye;
    private volatile boolean open = true;
    private final AtomicInteger acknowledged = new AtomicInteger();

    /** Begins to look; everything in the folder so far is on the disk. */
    PowerCuts(Path folder) throws IOException {
        this.folder = folder;
        keep(shot());
        eye = Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        try {
            while (open) {
                add(shot());
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** One step more is promised to be on the disk. */
    void acknowledge() throws IOException {
        acknowledged.incrementAndGet();
        keep(shot());
    }

    private Shot shot() throws IOException {
        int before = acknowledged.get();
        var files = new TreeMap<String, byte[]>();
        List<Path> all;
        try (Stream<Path> found = Files.list(folder)) {
            all = found.filter(Files::isRegularFile).sorted(Comparator.comparing(path -> isStore(path.toString())))
                    .toList();
        }
        for (Path file : all) {
            try {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            } catch (NoSuchFileException replaced) {
                // it was another one's new name
            }
        }
        return new Shot(before, acknowledged.get(), files);
    }

    private static boolean isStore(String name) {
        return name.endsWith(STORE);
    }

    private synchronized void add(Shot shot) {
        if (shots.isEmpty() || (shot.acknowledged >= shots.getLast().acknowledged
                && !same(shots.getLast().files, shot.files))) {
            shots.add(shot);
        }
    }

    private synchronized void keep(Shot shot) {
        kept.put(shot.acknowledged, shot);
        add(shot);
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> two) {
        return one.keySet().equals(two.keySet())
                && one.keySet().stream().allMatch(name -> Arrays.equals(one.get(name), two.get(name)));
    }

    /** How many different moments were seen. */
    synchronized int moments() {
        return shots.size();
    }

    /** What a killed process leaves: the moments just before and just after another file came, went or changed its name. */
    synchronized List<Image> killed() {
        return IntStream.range(0, shots.size()).filter(at -> differs(at, at - 1) || differs(at, at + 1))
                .mapToObj(at -> {
                    Shot shot = shots.get(at);
                    return new Image("moment " + at + " of " + shots.size() + ": " + shot.files.keySet(), Kind.WHOLE,
                            shot.acknowledged, shot.after + 1, shot.files);
                }).toList();
    }

    private boolean differs(int at, int other) {
        return other < 0 || other == shots.size()
                || !shots.get(at).files.keySet().equals(shots.get(other).files.keySet());
    }

    /** The image of a moment drawn by chance. */
    synchronized Image image(Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int at = random.nextInt(shots.size() - 1);
        Shot shot = shots.get(at);
        var files = new TreeMap<>(shot.files);
        var cut = new StringBuilder();
        for (var file : shot.files.entrySet()) {
            byte[] next = shots.get(at + 1).files.get(file.getKey());
            byte[] safe = kept.getOrDefault(shot.acknowledged, shot).files.get(file.getKey());
            if (isStore(file.getKey()) && next != null && safe != null) {
                byte[] image = switch (kind) {
                    case WHOLE -> file.getValue();
                    case TORN -> torn(file.getValue(), next, random, false);
                    case ZEROED -> torn(file.getValue(), next, random, true);
                    case REORDERED -> reordered(safe, file.getValue(), random);
                };
                files.put(file.getKey(), image);
                cut.append(", ").append(file.getKey()).append(' ').append(file.getValue().length).append(" to ")
                        .append(next.length).append(" bytes, different from ")
                        .append(Arrays.mismatch(file.getValue(), next)).append(", as next until ")
                        .append(Arrays.mismatch(image, next));
            }
        }
        return new Image(kind + " at moment " + at + " of " + shots.size() + ", " + shot.acknowledged
                + " acknowledged" + cut, kind, shot.acknowledged, shots.get(at + 1).after + 1, files);
    }

    /** The changed bytes of the next state up to some sector. */
    private static byte[] torn(byte[] now, byte[] next, Random random, boolean zeroed) {
        int first = Arrays.mismatch(now, next);
        if (first < 0 || next.length < now.length) {
            return now;
        }
        int cut = (first + random.nextInt(next.length - first)) / SECTOR * SECTOR;
        byte[] torn = Arrays.copyOf(now, Math.max(now.length, zeroed ? next.length : cut));
        System.arraycopy(next, 0, torn, 0, cut);
        return torn;
    }

    private static byte[] reordered(byte[] safe, byte[] now, Random random) {
        byte[] image = Arrays.copyOf(safe, Math.max(safe.length, now.length));
        for (int from = 0; from < now.length; from += BLOCK) {
            if (random.nextBoolean()) {
                System.arraycopy(now, from, image, from, Math.min(BLOCK, now.length - from));
            }
        }
        return image;
    }

    /** Ends looking; one that is never told to looks until its process ends. */
    void end() throws InterruptedException {
        open = false;
        eye.join();
    }
}
