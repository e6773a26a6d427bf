package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;

class ChangesCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";
    private static final Instant OLD = Instant.parse("2026-10-01T08:00:00Z");
    private static final Instant NEW = Instant.parse("2026-11-01T09:30:00Z");

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.connections.put(ACME, "Acme", null);
        bench.connections.put(OTHER, "Other", null);
        bench.book.leadsTo(new ConnectionId(ACME), new BookId("https://acme.example", "acme"));
        bench.book.leadsTo(new ConnectionId(OTHER), new BookId("https://other.example", "other"));
        note(ACME, change("INV/7", OLD, Kind.CHANGED, InvoiceField.PRICE_UNIT, 70, "10.00", "12.00", true));
        note(ACME, change("", NEW, Kind.NEW, InvoiceField.PRESENCE, 0, "", "", false));
        note(ACME, change("INV/7", NEW, Kind.CHANGED, InvoiceField.PAYMENT_STATE, 0, "not_paid", "paid", true));
        note(OTHER, change("BILL\u001b[2J", NEW, Kind.REMOVED, InvoiceField.PRESENCE, 0, "", "", false));
    }

    private static InvoiceChange change(String name, Instant noticed, Kind kind, InvoiceField field, long record,
            String before, String after, boolean posted) {
        return new InvoiceChange(7, name, 1, 3, noticed, kind, field, record, before, after, posted);
    }

    private void note(String connection, InvoiceChange change) {
        bench.book.note(new ConnectionId(connection), List.of(change));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).isZero();
        return bench.terminal.output().substring(before);
    }

    @Test
    void jsonLinesHaveTheseFieldsInThisOrderNewestFirst() {
        assertThat(output("changes", ACME, "--json")).isEqualTo("""
                {"number":3,"connection":"aaaa1111","run":3,"noticed":"2026-11-01T09:30:00Z","move_id":7,\
                "move_name":"INV/7","company_id":1,"kind":"changed","field":"payment_state","record_id":null,\
                "before":"not_paid","after":"paid","edited_after_posting":false}
                {"number":2,"connection":"aaaa1111","run":3,"noticed":"2026-11-01T09:30:00Z","move_id":7,\
                "move_name":null,"company_id":1,"kind":"new","field":"presence","record_id":null,\
                "before":null,"after":null,"edited_after_posting":false}
                {"number":1,"connection":"aaaa1111","run":3,"noticed":"2026-10-01T08:00:00Z","move_id":7,\
                "move_name":"INV/7","company_id":1,"kind":"changed","field":"line.price_unit","record_id":70,\
                "before":"10.00","after":"12.00","edited_after_posting":true}
                """);
    }

    @Test
    void csvHasTheSameColumns() {
        assertThat(output("changes", "Acme", "--format", "csv", "--since", "2026-11-01").lines()).containsExactly(
                "\ufeffnumber,connection,run,noticed,move_id,move_name,company_id,kind,field,record_id,before,after,"
                        + "edited_after_posting",
                "3,aaaa1111,3,2026-11-01T09:30:00Z,7,INV/7,1,changed,payment_state,,not_paid,paid,false",
                "2,aaaa1111,3,2026-11-01T09:30:00Z,7,,1,new,presence,,,,false");
    }

    @Test
    void aPersonReadsWordsAndSeesWhatWasEditedAfterPosting() {
        assertThat(output("changes").lines().map(line -> line.replaceAll(" {2,}", "|"))).containsExactly(
                "NOTICED|CONNECTION|INVOICE|WHAT|BEFORE|AFTER",
                "1 Nov 2026 09:30|Acme|INV/7|Payment|not_paid|paid", "1 Nov 2026 09:30|Acme|Draft 7|New",
                "1 Oct 2026 08:00|Acme|INV/7|Line: unit price, after posting|10.00|12.00",
                "1 Nov 2026 09:30|Other|BILL [2J|Removed in Odoo");
        assertThat(output("changes", "--since", "2026-11-02")).startsWith("No changes were noted.");
    }

    @Test
    void everyKindAndFieldHasAWord() {
        var all = new ArrayList<InvoiceChange>();
        for (Kind kind : Kind.values()) {
            for (InvoiceField field : kind == Kind.CHANGED
                    ? InvoiceField.values()
                    : new InvoiceField[] {
                        InvoiceField.PRESENCE}) {
                if (kind != Kind.CHANGED || !List.of(InvoiceField.PRESENCE, InvoiceField.LINE, InvoiceField.PAYMENT)
                        .contains(field)) {
                    all.add(change("INV/7", NEW, kind, field, 0, "", "", false));
                }
            }
        }
        bench.book.note(new ConnectionId(OTHER), all);

        assertThat(output("changes", OTHER).lines().skip(1)).hasSize(all.size() + 1).doesNotHaveDuplicates();
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThat(bench.run("changes", "--since", "yesterday")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("What is after --since is not a day.");
        assertThat(bench.opened).isEmpty();
    }
}
