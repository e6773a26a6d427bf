package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.RecordKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.Cpu;
import testkit.Measured;
import testkit.StoreRecords;

/**
 * What the opening of a copy, its counts and the question which partners and products it names cost as it grows. Ratios
 * within one run, of the opening thread's CPU.
 */
class OpeningBench {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final int PAGE = 500;
    private static final int LINES = 5;
    private static final int ROUNDS = 9;

    @TempDir
    private Path temp;

    @Test
    void opening_does_not_grow_with_the_rows() throws Exception {
        Path small = filled("small", 1_000);
        Path large = filled("large", 16_000);
        var ofSmall = new ArrayList<Long>();
        var ofLarge = new ArrayList<Long>();
        // in turns, so that a warm machine favours neither
        for (int round = 0; round < ROUNDS; round++) {
            ofSmall.add(opening(small));
            ofLarge.add(opening(large));
        }
        Measured.ratio("opening: CPU with 16,000 invoices against 1,000", Cpu.median(ofLarge) / Cpu.median(ofSmall),
                1.5);
    }

    private Path filled(String name, int invoices) throws Exception {
        Path folder = Files.createDirectory(temp.resolve(name));
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            for (int first = 1; first <= invoices; first += PAGE) {
                open.copies().saveInvoices(SHOP, StoreRecords.invoices(first, PAGE, LINES));
            }
            open.copies().flush();
        }
        return folder;
    }

    /** Nanoseconds of CPU of one opening with what a sync without a change and the list of connections ask. */
    private static long opening(Path folder) throws Exception {
        return Cpu.ofThread(() -> {
            try (var open = new OpenStore(folder)) {
                open.store.reader().counts(SHOP);
                open.copies().referenced(SHOP, RecordKind.PARTNER);
                open.copies().referenced(SHOP, RecordKind.PRODUCT);
            }
        });
    }
}
