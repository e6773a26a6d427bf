package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import testkit.FakeKeyHolder;
import testkit.FakeOdoo;
import testkit.Fault;
import testkit.window.Scripts;

/**
 * A data folder that has something for every screen: the sample company some days on, an Odoo whose books were changed after
 * the first sync, with names of all kinds, one that refuses to answer, and what an owner wrote to some invoices.
 */
final class PicturedBooks {
    /** The day of the pictures. */
    static final Clock DAY = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final Clock BEFORE = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
    private static final String MOVE = "account.move";
    private static final long LONG_NAME = 6;

    private final Path folder;
    private final FakeKeyHolder keyring = FakeKeyHolder.keyring();

    PicturedBooks(Path folder) {
        this.folder = folder;
    }

    /** The program over it, on the day of the pictures. */
    WholeLoupe bench() {
        return new WholeLoupe(folder, DAY, keyring);
    }

    /** Fills the folder; the servers are gone afterwards. Gives the sample company. */
    ConnectionId fill() throws ProblemException {
        try (FakeOdoo nordlys = FakeOdoo.start(FakeOdoo.Version.V19);
                FakeOdoo harbour = FakeOdoo.start(FakeOdoo.Version.V19)) {
            write(nordlys);
            ConnectionId sample;
            ConnectionId changing;
            ConnectionId refusing;
            try (OpenLoupe loupe = new WholeLoupe(folder, BEFORE, keyring).open()) {
                sample = loupe.connections().addSample().id();
                changing = add(loupe, nordlys, "Nordlys Design", null);
                refusing = add(loupe, harbour, "Harbour Caf\u00e9", LocalDate.now(DAY).plusDays(60));
                for (ConnectionId id : List.of(sample, changing, refusing)) {
                    WholeLoupe.sync(loupe, id);
                }
            }
            change(nordlys);
            try (OpenLoupe loupe = bench().open()) {
                WholeLoupe.sync(loupe, sample);
                loupe.sync().run(changing, SyncMode.VERIFY, new CancelToken(), at -> {});
                harbour.onTheWay(good -> new Fault.Good(401, "text/html", ""));
                WholeLoupe.run(loupe, refusing, new CancelToken());
                mark(loupe, changing);
            }
            return sample;
        }
    }

    private static ConnectionId add(OpenLoupe loupe, FakeOdoo odoo, String name, @Nullable LocalDate keyExpires)
            throws ProblemException {
        try (Secret secret = Secret.ofChars(FakeOdoo.API_KEY)) {
            return loupe.connections().add(
                    new ConnectionDetails(odoo.endpoint(), name, odoo.pin(), keyExpires), secret, null).id();
        }
    }

    private static void write(FakeOdoo odoo) {
        odoo.books().clock(BEFORE.instant().minusSeconds(3_600));
        odoo.books().addProduct(20, "Consulting");
        List<String> names = List.of(Scripts.LATIN.text(), Scripts.ARABIC.text(), Scripts.HEBREW.text(),
                Scripts.MIXED.text(), Scripts.JAPANESE.text(),
                "Gesellschaft f\u00fcr Unternehmensberatung und Wirtschaftspr\u00fcfung Oberschwaben-Bodensee GmbH & Co. KG",
                "Azure Interior", "Deco Addict");
        for (int id = 1; id <= 24; id++) {
            int whose = (id - 1) % names.size();
            odoo.books().addPartner(10 + whose, names.get(whose));
            odoo.books().addInvoice(id, 10 + whose, names.get(whose),
                    LocalDate.now(BEFORE).minusDays(9L * (24 - id)).toString(),
                    100 * (id == LONG_NAME ? 482_113 : 2 * id + 1));
        }
    }

    private static void change(FakeOdoo odoo) {
        odoo.books().clock(DAY.instant().minusSeconds(5_400));
        odoo.books().set(MOVE, 2, "payment_state", "paid");
        odoo.books().set(MOVE, 2, "amount_residual", 0.0);
        odoo.books().set(MOVE, 23, "payment_state", "partial");
        odoo.books().set(MOVE, 23, "amount_residual", 1_500.0);
        odoo.books().set(MOVE, 14, "ref", "PO 7731");
        odoo.books().set(MOVE, 14, "payment_reference", "RF18 5390 0754 7034");
        odoo.books().set(MOVE, 20, "invoice_date_due", "2026-12-31");
        odoo.books().set(MOVE, 21, "state", "cancel");
        odoo.books().delete(MOVE, 5);
        odoo.books().forbid(MOVE, 12);
        odoo.books().addInvoice(30, 17, "Deco Addict", "2026-11-23", 1_300);
    }

    private static void mark(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        List<InvoiceRow> rows = WholeLoupe.rows(loupe, id).stream()
                .sorted(Comparator.comparingLong((InvoiceRow row) -> row.key().id()).reversed()).toList();
        var acts = new HashMap<InvoiceKey, MarkAct>();
        for (int at = 0; at < 12; at += 3) {
            acts.put(rows.get(at).key(), new MarkAct.Flag(true));
            acts.put(rows.get(at + 1).key(),
                    new MarkAct.Note("Call Anna before the next order: she asked for two copies."));
            acts.put(rows.get(at + 2).key(), new MarkAct.Remind(LocalDate.now(DAY)));
        }
        loupe.book().mark(acts);
        loupe.book().mark(Map.of(rows.get(1).key(), new MarkAct.Flag(true)));
    }
}
