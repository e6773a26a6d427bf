package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Ref;
import app.loupe.domain.MoveType;
import app.loupe.domain.MoveState;
import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

class ChangesCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";
    private static final Instant OLD = Instant.parse("2026-10-01T08:00:00Z");
    private static final Instant NEW = Instant.parse("2026-11-01T09:30:00Z");

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.connections.put(OTHER, "Other", CommandsOverFakes.NOW);
        bench.book.leadsTo(new ConnectionId(ACME), new BookId("https://acme.example", "acme"));
        bench.book.leadsTo(new ConnectionId(OTHER), new BookId("https://other.example", "other"));
        note(ACME, change("INV/7", OLD, Kind.CHANGED, InvoiceField.PRICE_UNIT, 70, "10.00", "12.00", true));
        note(ACME, change("", NEW, Kind.NEW, InvoiceField.PRESENCE, 0, "", "", false));
        note(ACME, change("INV/7", NEW, Kind.CHANGED, InvoiceField.PAYMENT_STATE, 0, "not_paid", "paid", true));
        note(OTHER, change("BILL\u001b[2J", NEW, Kind.REMOVED, InvoiceField.PRESENCE, 0, "", "", false));
    }

    private static InvoiceChange change(String name, Instant noticed, Kind kind, InvoiceField field, long record,
            String before, String after, boolean posted) {
        return new InvoiceChange(7, name, 1, noticed.equals(OLD) ? 2 : 3, noticed, kind, field, record, before, after,
                posted);
    }

    private void note(String connection, InvoiceChange change) {
        bench.book.note(new ConnectionId(connection), Stamp.NEVER, List.of(change));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).isZero();
        return bench.terminal.output().substring(before);
    }

    @Test
    void theSampleCompanyBesideARealOneIsLeftOut() {
        assertThat(output("changes")).isNotEmpty();
        assertThat(bench.terminal.messages()).doesNotContain("Sample company");
        bench.connections.addSyncedSample();

        assertThat(output("changes")).isNotEmpty();

        assertThat(bench.terminal.messages()).contains("Sample company is left out", "changes sampsamp")
                .doesNotContain("Sample company is not synced");
    }

    @Test
    void jsonLinesHaveTheseFieldsInThisOrderNewestFirst() {
        assertThat(output("changes", ACME, "--json")).isEqualTo(
                """
                        {"number":3,"connection":"Acme","connection_id":"aaaa1111","run":3,"noticed":"2026-11-01T09:30:00Z","move_id":7,\
                        "move_name":"INV/7","company_id":1,"kind":"changed","field":"payment_state","record_id":null,\
                        "before":"not_paid","after":"paid","edited_after_posting":false}
                        {"number":2,"connection":"Acme","connection_id":"aaaa1111","run":3,"noticed":"2026-11-01T09:30:00Z","move_id":7,\
                        "move_name":null,"company_id":1,"kind":"new","field":"presence","record_id":null,\
                        "before":null,"after":null,"edited_after_posting":false}
                        {"number":1,"connection":"Acme","connection_id":"aaaa1111","run":2,"noticed":"2026-10-01T08:00:00Z","move_id":7,\
                        "move_name":"INV/7","company_id":1,"kind":"changed","field":"line.price_unit","record_id":70,\
                        "before":"10.00","after":"12.00","edited_after_posting":true}
                        """);
    }

    @Test
    void csvHasTheSameColumns() {
        assertThat(output("changes", "Acme", "--format", "csv", "--from", "2026-11-01").lines()).containsExactly(
                "\ufeffnumber,connection,connection_id,run,noticed,move_id,move_name,company_id,kind,field,record_id,before,after,"
                        + "edited_after_posting",
                "3,Acme,aaaa1111,3,2026-11-01T09:30:00Z,7,INV/7,1,changed,payment_state,,not_paid,paid,false",
                "2,Acme,aaaa1111,3,2026-11-01T09:30:00Z,7,,1,new,presence,,,,false");
    }

    @Test
    void aPersonReadsTheWordsOfTheWindowForEachInvoiceAndRun() {
        bench.reader.put(ACME, Invoices.posted(7, "INV/7", "Azure", "1234.50", "0.00"));

        assertThat(output("changes").lines().map(line -> line.replaceAll(" {2,}", "|").replace('\u00a0', ' ')))
                .startsWith("FOUND BY THE SYNC OF|CONNECTION|NUMBER|CUSTOMER / VENDOR|WHAT|BEFORE \u2192 AFTER",
                        "1 Nov 2026 09:30|Other|BILL [2J|Removed in Odoo|Removed in Odoo",
                        "1 Nov 2026 09:30|Acme|INV/7|Azure|New|\u20ac 1,234.50 \u00b7 due 17 Oct 2026",
                        "1 Oct 2026 08:00|Acme|INV/7|Azure|Edited after posting|Line: unit price \u20ac 10.00 \u2192 \u20ac 12.00");
        assertThat(output("changes", "--from", "2026-11-02")).startsWith("No changes were noted.");
    }

    @Test
    void whatIsNewIsToldAsItCameAlsoUpToADayBeforeItWasEdited() {
        bench.reader.put(ACME, Invoices.posted(9, "INV/9", "Azure", "1234.50", "0.00"));
        note(ACME, new InvoiceChange(9, "INV/9", 1, 20, OLD, Kind.NEW, InvoiceField.PRESENCE, 0, "", "", false));
        note(ACME, new InvoiceChange(9, "INV/9", 1, 21, NEW, Kind.CHANGED, InvoiceField.AMOUNT_TOTAL, 0, "1000.00",
                "1234.50", true));

        assertThat(output("changes", ACME).replace('\u00a0', ' ')).contains("\u20ac 1,000.00 \u00b7 due");
        assertThat(output("changes", ACME, "--to", "2026-10-31").replace('\u00a0', ' '))
                .contains("\u20ac 1,000.00 \u00b7 due").doesNotContain("1,234.50");
        assertThat(output("changes", ACME, "--to", "2026-10-31", "--format", "csv")).doesNotContain("1234.50");
        assertThat(output("changes", ACME, "--to", "2026-09-30")).startsWith("No changes were noted.");
    }

    @Test
    void everyKindAndFieldHasAWord() {
        int run = 10;
        for (Kind kind : Kind.values()) {
            for (InvoiceField field : InvoiceField.values()) {
                boolean ofField = !List.of(InvoiceField.PRESENCE, InvoiceField.LINE, InvoiceField.PAYMENT)
                        .contains(field);
                if (kind == Kind.CHANGED ? ofField : field == InvoiceField.PRESENCE) {
                    note(OTHER, new InvoiceChange(8, "INV/8", 1, ++run, NEW,
                            kind, field, 0, "a", "b", true));
                }
            }
        }

        assertThat(output("changes", OTHER).lines().skip(1).filter(line -> line.contains("INV/8")))
                .hasSize(InvoiceField.values().length - 3 + Kind.values().length - 1)
                .allSatisfy(line -> assertThat(line).doesNotContain("change."));
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThat(bench.run("changes", "--from", "whenever")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("What is after --from is not a day.");
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void aCurrencyChoosesChangesOfInvoicesInItAsFarAsTheCopyHasThem() {
        bench.reader.put(ACME, Invoices.posted(7, "INV/7", "Azure", "1234.50", "0.00"));

        assertThat(output("changes", "--json")).hasLineCount(4);
        assertThat(output("changes", "--currency", "eur", "--json")).hasLineCount(3).doesNotContain(OTHER);

        bench.reader.put(ACME, Invoices.invoice(99, "INV/99", MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                new Ref(7, "Azure"), "1", "0", new Ref(2, "USD"), List.of()));
        assertThat(output("changes", "--currency", "USD", "--json")).isEmpty();
    }
}
