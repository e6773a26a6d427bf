package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow.Presence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import testkit.InvoiceReaderContract;
import testkit.cli.Invoices;
import testkit.window.OwedSamples;

/** The reader of the copy, and what stands for it in tests of the window and of the command line. */
class InvoiceReaderIT {
    private static final ConnectionId ACME = new ConnectionId("aaaa1111");

    @Nested
    class OfTheCopy extends InvoiceReaderContract {
        @TempDir
        Path folder;

        private OpenLoupe loupe;
        private ConnectionId sample;

        @BeforeEach
        void fill() throws Exception {
            loupe = new WholeLoupe(folder).open();
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
        }

        @AfterEach
        void close() {
            loupe.close();
        }

        @Override
        protected InvoiceReader reader() {
            return loupe.invoices();
        }

        @Override
        protected ConnectionId filled() {
            return sample;
        }
    }

    @Nested
    class FakeOfTheCommandLine extends InvoiceReaderContract {
        private final testkit.cli.FakeReader fake = new testkit.cli.FakeReader();

        @BeforeEach
        void fill() {
            fake.put(ACME.value(), Invoices.posted(2, "INV/2", "Ann", "100", "40"));
            fake.put(ACME.value(), Invoices.posted(1, "INV/1", "Ann", "100", "40"), Presence.REMOVED_IN_ODOO);
            fake.put("bbbb2222", Invoices.posted(1, "INV/1", "Bob", "7", "7"));
            var samples = new testkit.window.FakeReader();
            OwedSamples.all(samples, ACME);
            samples.owed.getOrDefault(ACME, List.of()).forEach(item -> fake.putOwed(ACME.value(), item));
        }

        @Override
        protected InvoiceReader reader() {
            return fake;
        }

        @Override
        protected ConnectionId filled() {
            return ACME;
        }
    }

    @Nested
    class FakeOfTheWindow extends InvoiceReaderContract {
        private final testkit.window.FakeReader fake = new testkit.window.FakeReader();

        @BeforeEach
        void fill() {
            fake.put(ACME, Invoices.posted(2, "INV/2", "Ann", "100", "40"));
            fake.put(ACME, Invoices.posted(1, "INV/1", "Ann", "100", "40"));
            fake.put(new ConnectionId("bbbb2222"), Invoices.posted(1, "INV/1", "Bob", "7", "7"));
            OwedSamples.all(fake, ACME);
        }

        @Override
        protected InvoiceReader reader() {
            return fake;
        }

        @Override
        protected ConnectionId filled() {
            return ACME;
        }
    }
}
