package app.loupe.app;

import app.loupe.app.commands.CommandLineRun;
import app.loupe.app.commands.ReaderGoneException;
import app.loupe.app.commands.Services;
import app.loupe.app.commands.ServicesOpener;
import app.loupe.app.commands.Session;
import app.loupe.domain.Blocking;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.text.Texts;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Runs in the window's process what a command line beside it asks for, with the same commands over the same services, as
 * far as they only read. A few work at a time, and who comes meanwhile waits; who waits for its asker to take what is written
 * leaves its place to others. Work that can be interrupted ends when its asker is gone, as by Ctrl+C, all other
 * with the next that it writes.
 */
final class QueryAnswers {
    private static final int AT_A_TIME = 4;

    private final Path folder;
    private final Clock clock;
    private final Supplier<Optional<LentServices>> opened;
    private final LifeSigns.Maker signs;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    /** @param opened lends it, to be given back; empty as long as nothing is open */
    QueryAnswers(Path folder, Clock clock, Supplier<Optional<LentServices>> opened) {
        this(folder, clock, opened, LifeSigns::every);
    }

    /** The same with other signs that an answer is to come. */
    QueryAnswers(Path folder, Clock clock, Supplier<Optional<LentServices>> opened, LifeSigns.Maker signs) {
        this.folder = folder;
        this.clock = clock;
        this.opened = opened;
        this.signs = signs;
    }

    /**
     * Answers one question.
     *
     * @throws IOException when it is none, or when nobody takes the answer
     */
    @Blocking
    void answer(byte[] question, LocalSocket asker) throws IOException {
        var turn = new PieceTurn(places);
        // who waits for a place is told so, too
        try (var _ = signs.begin(() -> LifeSigns.give(asker, turn))) {
            places.acquireUninterruptibly();
            try {
                Optional<LentServices> lent = opened.get();
                if (lent.isPresent()) {
                    answer(question, asker, lent.get(), turn);
                }
            } finally {
                places.release();
            }
        }
    }

    @Blocking
    private void answer(byte[] question, LocalSocket asker, LentServices services, PieceTurn turn) throws IOException {
        try {
            WindowQuery query = WindowQuery.read(question);
            // a pager that is not scrolled takes nothing, however long, and is alive
            var answer = new BufferedOutputStream(asker.out(() -> !services.isAskedBack()));
            var terminal = new AskedTerminal(new DataOutputStream(answer), turn);
            var session = new Session(terminal,
                    new Texts(query.language(), query.region(), services.shelf().decimals()), clock, asker::watch,
                    folder, new Open(services));
            terminal.end(new CommandLineRun(session).run(query.arguments().toArray(String[]::new)));
        } catch (ReaderGoneException gone) {
            throw new IOException("nobody takes the answer", gone);
        } finally {
            services.giveBack();
        }
    }

    /** What the window has open, whatever folder is named. */
    private record Open(LentServices services) implements ServicesOpener {
        @Override
        public Services open(Path dataFolder, PassphrasePrompt prompt) {
            return services;
        }

        @Override
        public boolean isFree(Path dataFolder) {
            return false;
        }

        @Override
        public String keyring() {
            return services.keyHolder();
        }
    }
}
