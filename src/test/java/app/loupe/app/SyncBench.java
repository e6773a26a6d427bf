package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.Cpu;
import testkit.FakeOdoo;
import testkit.FakeOdoo.Seen;
import testkit.ManyInvoices;
import testkit.Measured;
import testkit.PlainClient;

/**
 * What a sync costs the owner's computer, from the socket to the sealed files: a first one against a client that sends the
 * same requests and throws the answers away, a later one against the first.
 */
class SyncBench {
    private static final int INVOICES = 3_000;
    private static final int CHANGED = 100;
    private static final int ROUNDS = 4;
    private static final Instant WRITTEN = Instant.parse("2026-03-20T08:00:00Z");

    @TempDir
    private Path temp;

    private final List<Long> first = new ArrayList<>();
    private final List<Long> plain = new ArrayList<>();
    private final List<Long> quiet = new ArrayList<>();
    private final List<Long> changed = new ArrayList<>();
    private int quietRequests;
    private int changedRequests;
    private long bytes;
    private Instant now = WRITTEN;

    @ParameterizedTest
    @EnumSource(names = {"V14", "V19"})
    void a_sync_costs_little_more_than_asking(FakeOdoo.Version version) throws Exception {
        String secret = version == FakeOdoo.Version.V14 ? FakeOdoo.PASSWORD : FakeOdoo.API_KEY;
        try (var odoo = FakeOdoo.start(version); var client = new PlainClient(odoo)) {
            ManyInvoices.fill(odoo.books(), INVOICES, WRITTEN);
            for (int round = 0; round < ROUNDS; round++) {
                Path folder = Files.createDirectory(temp.resolve("round" + round));
                round(odoo, client, folder, secret);
                bytes = size(folder);
            }
        }
        String of = ", " + (version == FakeOdoo.Version.V14 ? "Odoo 14" : "Odoo 19");
        double whole = warm(first);
        Measured.ratio("first sync: CPU against a plain client" + of, whole / warm(plain), 10);
        Measured.count("nothing changed: requests" + of, quietRequests, 14);
        Measured.ratio("nothing changed: CPU against the first sync" + of, warm(quiet) / whole, 0.15);
        Measured.count("100 changed: requests" + of, changedRequests, 20);
        Measured.ratio("100 changed: CPU against the first sync" + of, warm(changed) / whole, 0.3);
        Measured.count("data folder: bytes of an invoice with 6 lines" + of, bytes / INVOICES, 3_072);
    }

    private void round(FakeOdoo odoo, PlainClient client, Path folder, String secret) throws Exception {
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, secret).id();
            later(odoo);
            int before = odoo.seen().size();
            first.add(Cpu.ofClient(() -> assertThat(sync(loupe, id).counts().added()).isEqualTo(INVOICES)));
            List<Seen> requests = odoo.seen().subList(before, odoo.seen().size());
            plain.add(Cpu.ofClient(() -> assertThat(client.send(requests)).isEqualTo(requests.size())));

            later(odoo);
            sync(loupe, id);
            later(odoo);
            before = odoo.seen().size();
            quiet.add(Cpu.ofClient(() -> assertThat(sync(loupe, id).counts().changed()).isZero()));
            quietRequests = odoo.seen().size() - before;

            for (int each = 1; each <= CHANGED; each++) {
                odoo.books().set("account.move", (long) each * (INVOICES / CHANGED), "ref", "PO " + now);
            }
            later(odoo);
            before = odoo.seen().size();
            changed.add(Cpu.ofClient(() -> assertThat(sync(loupe, id).counts().changed()).isEqualTo(CHANGED)));
            changedRequests = odoo.seen().size() - before;
        }
    }

    /** What was written by now is no longer so young that a sync would read it again. */
    private void later(FakeOdoo odoo) {
        now = now.plusSeconds(3_600);
        odoo.books().clock(now);
    }

    /** The first round warms up. */
    private static double warm(List<Long> nanos) {
        return Cpu.median(nanos.subList(1, nanos.size()));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
