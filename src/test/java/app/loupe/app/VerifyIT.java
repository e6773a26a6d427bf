package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.invoice;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.FakeOdoo;
import testkit.Fault;
import testkit.OdooBooks;

/** What somebody did with SQL, and no plain sync can see, is found in a real copy of Odoo 14 and of Odoo 19. */
class VerifyIT {
    private static final String MOVE = "account.move";
    private static final String LINE = "account.move.line";

    @TempDir
    Path folder;

    private final List<FakeOdoo> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(FakeOdoo::close);
    }

    /** What SQL does to the books of {@link #odoo}, and how many records are to be repaired. */
    enum Sql {
        LABEL_OF_A_LINE(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(LINE, books.lines(3).getFirst(), "name", "By SQL");
            }
        },
        AMOUNT_OF_A_LINE(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(LINE, books.lines(3).getFirst(), "price_unit", 12.5);
            }
        },
        A_LINE_MORE(1) {
            @Override
            void change(OdooBooks books) {
                Object stamp = books.get(MOVE, 3, "write_date");
                long line = books.addLine(3, "INV/2026/00003", "product", "Freight", 10, -10);
                books.setBehindItsBack(LINE, line, "write_date", stamp);
            }
        },
        A_LINE_LESS(1) {
            @Override
            void change(OdooBooks books) {
                books.delete(LINE, books.lines(3).getFirst());
            }
        },
        A_LINE_THAT_MOVED(2) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(LINE, books.lines(3).getFirst(), "move_id", List.of(4L, "INV/2026/00004"));
            }
        },
        A_RESIDUAL(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "amount_residual", 1.0);
                books.setBehindItsBack(MOVE, 3, "amount_residual_signed", 1.0);
            }
        },
        A_STATE(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "state", "cancel");
            }
        },
        ANOTHER_PARTNER(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "partner_id", List.of(11L, "Deco Addict"));
            }
        },
        ANOTHER_SALESPERSON(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "invoice_user_id", List.of(77L, "Marc Demo"));
            }
        },
        OTHER_TERMS(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "invoice_payment_term_id", List.of(78L, "45 Days"));
            }
        },
        ANOTHER_BANK_ACCOUNT(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "partner_bank_id", List.of(80L, "NL91 ABNA 0417 1643 00"));
            }
        },
        ANOTHER_JOURNAL(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "journal_id", List.of(79L, "Web Sales"));
            }
        },
        A_REFERENCE(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "payment_reference", "By SQL");
            }
        },
        THE_DAY_OF_THE_BOOKING(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(MOVE, 3, "date", "2026-02-16");
            }
        },
        THE_ACCOUNT_OF_A_LINE(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(LINE, books.lines(3).getFirst(), "account_id", List.of(80L, "480000 Other"));
            }
        },
        THE_TAXES_OF_A_LINE(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(LINE, books.lines(3).getFirst(), "tax_ids", List.of(81L, 82L));
            }
        },
        THE_UNIT_OF_A_LINE(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(LINE, books.lines(3).getFirst(), "product_uom_id", List.of(83L, "Dozens"));
            }
        },
        THE_NAME_OF_A_PARTNER(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack("res.partner", 10, "name", "Azure Exterior");
            }
        },
        AN_ITEM_OF_ANOTHER_ENTRY(1) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(LINE, books.lines(51).getFirst(), "amount_residual", 7.0);
            }
        },
        AN_EDGE_THAT_IS_GONE(2) {
            @Override
            void change(OdooBooks books) {
                books.setBehindItsBack(LINE, books.lines(1).getLast(), "matched_credit_ids", List.of());
                books.setBehindItsBack(LINE, books.lines(50).getFirst(), "matched_debit_ids", List.of());
            }
        };

        private final int repaired;

        Sql(int repaired) {
            this.repaired = repaired;
        }

        abstract void change(OdooBooks books);
    }

    static Stream<Arguments> changes() {
        return Stream.of(FakeOdoo.Version.V14, FakeOdoo.Version.V19)
                .flatMap(version -> Stream.of(Sql.values()).map(sql -> Arguments.of(version, sql)));
    }

    private FakeOdoo odoo(FakeOdoo.Version version) {
        var odoo = FakeOdoo.start(version);
        servers.add(odoo);
        OdooBooks books = odoo.books();
        books.addPartner(10, "Azure Interior");
        books.addPartner(11, "Deco Addict");
        books.addProduct(20, "Desk");
        for (int id = 1; id <= 5; id++) {
            books.addInvoice(id, id == 5 ? 11 : 10, id == 5 ? "Deco Addict" : "Azure Interior", "2026-02-15", 100 * id);
        }
        long payment = books.addEntry(50, "2026-02-20", -121);
        books.addEntry(51, "2026-01-01", 50);
        books.pay(1, payment, 900);
        return odoo;
    }

    private static ConnectionId filled(OpenLoupe loupe, FakeOdoo odoo) throws ProblemException {
        ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
        sync(loupe, id);
        // what was written long ago is not read again by itself
        odoo.books().clock(Instant.parse("2026-03-01T12:00:00Z"));
        sync(loupe, id);
        return id;
    }

    private static SyncReport verify(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        return loupe.sync().run(id, SyncMode.VERIFY, new CancelToken(), at -> {});
    }

    private static Verification kept(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        ConnectionProfile profile = loupe.connections().list().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow();
        return Objects.requireNonNull(profile.verification());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatSqlChangedIsNotSeenByASyncAndRepairedByVerify(FakeOdoo.Version version, Sql sql) throws Exception {
        FakeOdoo odoo = odoo(version);
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = filled(loupe, odoo);
            assertThat(loupe.invoices().payments(new InvoiceKey(id, 1))).hasSize(1);
            Map<Long, Figures> before = figures(loupe, id);
            sql.change(odoo.books());

            assertThat(sync(loupe, id).counts()).satisfies(counts -> assertThat(
                    counts.changed() + counts.partners() + counts.journalItems()).isZero());
            assertThat(figures(loupe, id)).isEqualTo(before);
            SyncReport report = verify(loupe, id);

            assertThat(report).isInstanceOf(SyncReport.Done.class);
            assertThat(report.counts().verified()).isEqualTo(new Verified(5, 5, sql.repaired));
            assertThat(verify(loupe, id).counts().verified()).isEqualTo(new Verified(5, 5, 0));
            assertThat(kept(loupe, id).found()).isEqualTo(new Verified(5, 5, 0));
            right(loupe, id, odoo.books());
        }
    }

    /** The copy says what the books say. */
    private static void right(OpenLoupe loupe, ConnectionId id, OdooBooks books) throws ProblemException {
        for (long move : List.of(1L, 2L, 3L, 4L, 5L)) {
            Invoice here = invoice(loupe, id, move);
            assertThat(here.lines()).extracting(MoveLine::id).containsExactlyInAnyOrderElementsOf(books.lines(move));
            for (MoveLine line : here.lines()) {
                assertThat(line.label()).isEqualTo(books.get(LINE, line.id(), "name"));
                assertThat(line.price().priceUnit().doubleValue()).isEqualTo(books.get(LINE, line.id(), "price_unit"));
            }
            assertThat(here.amounts().residual().doubleValue()).isEqualTo(books.get(MOVE, move, "amount_residual"));
            assertThat(here.state().name().toLowerCase(Locale.ROOT))
                    .startsWith(String.valueOf(books.get(MOVE, move, "state")));
        }
        boolean paid = !books.get(LINE, books.lines(1).getLast(), "matched_credit_ids").equals(List.of());
        assertThat(loupe.invoices().payments(new InvoiceKey(id, 1))).hasSize(paid ? 1 : 0);
        String name = String.valueOf(books.get("res.partner", 10, "name"));
        assertThat(Objects.requireNonNull(invoice(loupe, id, 2).parties().partner()).name())
                .isEqualTo(name.equals("Azure Exterior") ? "Azure Interior" : name);
    }

    private static Map<Long, Figures> figures(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        var figures = new TreeMap<Long, Figures>();
        for (var row : loupe.invoices().rows(Set.of(id))) {
            figures.put(row.key().id(), Figures.of(invoice(loupe, id, row.key().id())));
        }
        return figures;
    }

    @ParameterizedTest
    @EnumSource(names = {"V14", "V19"})
    void whatIsCutOffOnTheWayIsNeitherRemovedNorVerified(FakeOdoo.Version version) throws Exception {
        FakeOdoo odoo = odoo(version);
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = filled(loupe, odoo);
            Verification before = kept(loupe, id);
            int requests = requestsOf(loupe, id, odoo);
            for (int request = 0; request < requests; request++) {
                odoo.faultAfter(request, emptied(version));

                SyncReport report = verify(loupe, id);

                Verified found = report.counts().verified();
                if (report instanceof SyncReport.Done) {
                    assertThat(found).as("request " + request).isEqualTo(new Verified(5, 5, 0));
                } else {
                    assertThat(found == null || !found.isComplete() || report instanceof SyncReport.Partial)
                            .as("request " + request).isTrue();
                }
                odoo.clearFaults();
                sync(loupe, id);
                assertThat(loupe.invoices().rows(Set.of(id))).as("request " + request).hasSize(5)
                        .allSatisfy(row -> assertThat(row.presence().name()).isEqualTo("PRESENT"));
            }
            assertThat(before.ended()).isNull();
        }
    }

    private static int requestsOf(OpenLoupe loupe, ConnectionId id, FakeOdoo odoo) throws ProblemException {
        int before = odoo.seen().size();
        verify(loupe, id);
        return odoo.seen().size() - before;
    }

    private static Fault emptied(FakeOdoo.Version version) {
        return Fault.status(200, "application/json", version == FakeOdoo.Version.V14
                ? "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[]}"
                : "[]");
    }

    @Test
    void theLogNamesTheRunAndARestartKeepsTheResult() throws Exception {
        FakeOdoo odoo = odoo(FakeOdoo.Version.V19);
        var bench = new WholeLoupe(folder);
        ConnectionId id;
        Verification kept;
        try (OpenLoupe loupe = bench.open()) {
            id = filled(loupe, odoo);
            verify(loupe, id);
            kept = kept(loupe, id);

            assertThat(loupe.journal().runs(10)).extracting(run -> run.mode())
                    .containsExactly(SyncMode.VERIFY, SyncMode.CHANGES, SyncMode.CHANGES);
            assertThat(Objects.requireNonNull(loupe.journal().runs(1).getFirst().report()).counts().verified())
                    .isEqualTo(new Verified(5, 5, 0));
        }
        try (OpenLoupe loupe = bench.open()) {
            assertThat(kept(loupe, id)).isEqualTo(kept);
            assertThat(kept.ended()).isEqualTo(WholeLoupe.CLOCK.instant());
        }
    }
}
