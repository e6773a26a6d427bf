package app.loupe.app;

import app.loupe.domain.Connections;
import org.junit.jupiter.api.Nested;
import testkit.ConnectionsContract;

/** What is behind the window and the command line, and what stands for it in their tests: all by the same rules. */
class ConnectionsTest {
    @Nested
    class Desk extends ConnectionsContract {
        private final ConnectionDesk desk = DeskOverMemory.desk(new MemoryStores());

        @Override
        protected Connections connections() {
            return desk;
        }
    }

    @Nested
    class FakeOfTheWindow extends ConnectionsContract {
        private final Connections fake = new testkit.window.FakeConnections();

        @Override
        protected Connections connections() {
            return fake;
        }
    }

    @Nested
    class FakeOfTheCommandLine extends ConnectionsContract {
        private final Connections fake = new testkit.cli.FakeConnections();

        @Override
        protected Connections connections() {
            return fake;
        }
    }
}
