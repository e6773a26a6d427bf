package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import testkit.FakeKeyHolder;
import testkit.FakeOdoo;
import testkit.Fault;
import testkit.TestCertificates;
import testkit.TestCertificates.Identity;
import testkit.window.Scripts;

/**
 * A data folder with fifty connections, in each state that a row of the sidebar tells, and under names of all kinds. Their
 * servers stay, and some can be held in the middle of a sync.
 */
final class ManyConnections implements AutoCloseable {
    private static final Clock BEFORE = Clock.offset(PicturedBooks.DAY, Duration.ofHours(-30));
    private static final int MANY = 50;
    /** Of each so many, one of every state; the last digits are those of {@link #state}. */
    private static final int KINDS = 10;
    private static final int FEW_INVOICES = 5;
    /** More than one page. */
    private static final int MANY_INVOICES = 450;
    /** Answers of the first sync of one, of the comparison of one, of a later sync of one. */
    private static final int[] HELD_AFTER = {12, 6, 3};
    private static final List<String> NAMES = List.of("Acme", "Nordlys Design AB", Scripts.ARABIC.text(),
            "Harbour Caf\u00e9", Scripts.HEBREW.text(),
            "Gesellschaft f\u00fcr Unternehmensberatung und Wirtschaftspr\u00fcfung Oberschwaben-Bodensee GmbH & Co. KG",
            "Deco Addict", Scripts.MIXED.text(), Scripts.JAPANESE.text(), "\u05d0\u05d5\u05e4\u05e7", "Azure Interior",
            "B");

    private final Path folder;
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();
    private final Identity identity = TestCertificates.certificate().selfSigned();
    private final List<FakeOdoo> servers = new ArrayList<>();
    private final List<ConnectionId> ids = new ArrayList<>();
    private CountDownLatch going = new CountDownLatch(1);

    ManyConnections(Path folder) {
        this.folder = folder;
    }

    /** The program over it, on the day of the pictures. */
    WholeLoupe bench() {
        return new WholeLoupe(folder, PicturedBooks.DAY, keyring);
    }

    /** Which connection; the first is 0. */
    ConnectionId id(int at) {
        return ids.get(at);
    }

    /** Fills the folder. */
    void fill() throws ProblemException {
        try (OpenLoupe loupe = new WholeLoupe(folder, BEFORE, keyring).open()) {
            for (int at = 0; at < MANY; at++) {
                add(loupe, at);
            }
        }
        try (OpenLoupe loupe = bench().open()) {
            for (int at = 0; at < MANY; at++) {
                state(loupe, at);
            }
        }
    }

    private void add(OpenLoupe loupe, int at) throws ProblemException {
        FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V19, identity);
        servers.add(odoo);
        odoo.books().clock(BEFORE.instant().minusSeconds(3_600));
        String name = NAMES.get(at % NAMES.size());
        odoo.books().addPartner(11, name);
        int invoices = at < 2 ? MANY_INVOICES : FEW_INVOICES;
        for (int id = 1; id <= invoices; id++) {
            odoo.books().addInvoice(id, 11, name, LocalDate.now(BEFORE).minusDays(17L * id % 400).toString(),
                    100 * (2 * id + at));
        }
        ids.add(add(loupe, odoo, at < NAMES.size() ? name : name + " " + (at / NAMES.size() + 1),
                at % KINDS == 5 ? LocalDate.now(PicturedBooks.DAY).plusDays(9) : null));
        if (at != 0 && at % KINDS != 9) {
            WholeLoupe.sync(loupe, id(at));
        }
    }

    private static ConnectionId add(OpenLoupe loupe, FakeOdoo odoo, String name, @Nullable LocalDate keyExpires)
            throws ProblemException {
        try (Secret secret = Secret.ofChars(FakeOdoo.API_KEY)) {
            return loupe.connections().add(new ConnectionDetails(odoo.endpoint(), name, odoo.pin(), keyExpires), secret,
                    null).id();
        }
    }

    private void state(OpenLoupe loupe, int at) throws ProblemException {
        FakeOdoo odoo = servers.get(at);
        switch (at % KINDS) {
            case 1, 4 -> loupe.sync().run(id(at), SyncMode.VERIFY, new CancelToken(), progress -> {});
            case 2, 6 -> WholeLoupe.sync(loupe, id(at));
            case 3 -> {
                odoo.onTheWay(good -> new Fault.Good(401, "text/html", ""));
                WholeLoupe.run(loupe, id(at), new CancelToken());
            }
            case 7 -> {
                odoo.close();
                WholeLoupe.run(loupe, id(at), new CancelToken());
            }
            case 8 -> {
                odoo.books().forbidModel("res.partner");
                WholeLoupe.run(loupe, id(at), new CancelToken());
            }
            default -> {
                // as they were yesterday, and never synced
            }
        }
    }

    /** From now on the servers of the first three keep back what they would answer in the middle of a sync. */
    void hold() {
        var until = new CountDownLatch(1);
        going = until;
        for (int at = 0; at < HELD_AFTER.length; at++) {
            var left = new AtomicInteger(HELD_AFTER[at]);
            servers.get(at).onTheWay(good -> {
                if (left.decrementAndGet() < 0) {
                    awaited(until);
                }
                return good;
            });
        }
    }

    private static void awaited(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the servers answer again. */
    void letGo() {
        going.countDown();
        servers.subList(0, HELD_AFTER.length).forEach(server -> server.onTheWay(good -> good));
    }

    @Override
    public void close() {
        letGo();
        servers.forEach(FakeOdoo::close);
    }
}
