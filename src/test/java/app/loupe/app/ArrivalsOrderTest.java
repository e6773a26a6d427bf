package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.MovedChange;
import app.loupe.domain.MovedConnection;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers.Brought;
import app.loupe.domain.Transfers.Owned;
import app.loupe.transfer.TransferFile;
import app.loupe.transfer.TransferWriter;
import app.loupe.vault.TransferKey;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is brought in while connections sync: whoever waits for another is not waited for by it. */
class ArrivalsOrderTest extends DeskOverMemory {
    private static final String PHRASE = "tokar bilun dezal fimok gurat nopes";

    @TempDir
    Path temporary;

    private Path file() throws Exception {
        Path file = temporary.resolve("moved");
        var details = new ConnectionDetails(endpoint("new.acme.example"), "New", null, null);
        try (OutputStream out = Files.newOutputStream(file);
                Secret phrase = Secret.ofChars(PHRASE);
                var moved = new MovedConnection(details, null, null)) {
            var writer = new TransferWriter(out, TransferKey::of, phrase);
            writer.connection(moved);
            writer.end();
        }
        return file;
    }

    /** The same, but what one method does. */
    private <T> T but(Class<T> type, T all, String method, Doing doing) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            if (called.getName().equals(method)) {
                doing.run();
                return null;
            }
            try {
                return called.invoke(all, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    private interface Doing {
        void run() throws Exception;
    }

    /** Joins while a run of another connection ends, and is through with it once that waits for its turn. */
    private record WhileARunEnds(ProfileRepository profiles, ConnectionId other, CountDownLatch writing,
            CompletableFuture<Void> ended) implements MovedBooks {
        @Override
        public Owned join(List<MovedBook> books, History history, Together last) throws ProblemException {
            Thread run = Thread.ofPlatform().start(() -> {
                try {
                    profiles.synced(other, NOW, "19.0");
                    ended.complete(null);
                } catch (ProblemException failure) {
                    ended.completeExceptionally(failure);
                }
            });
            while (run.getState() != Thread.State.BLOCKED && writing.getCount() > 0) {
                Thread.onSpinWait();
            }
            last.run();
            return new Owned(0, 0);
        }

        @Override
        public Contents contents() {
            return new Contents(List.of(new MovedBook(BookId.SAMPLE, 0, Map.of(), Map.of(),
                    Set.of())), 0);
        }

        @Override
        public List<MovedChange> changes(long above, long upTo) {
            return List.of();
        }
    }

    @Test
    void aRunThatEndsMeanwhileWaitsAndIsNotWaitedFor() throws Exception {
        ConnectionProfile other = add(desk, "erp.acme.example");
        var writing = new CountDownLatch(1);
        var brought = new CountDownLatch(1);
        // the copy has one writer at a time, and one that tells the book of changes waits until a file is brought in
        ProfileRepository copy = but(ProfileRepository.class, stores, "synced", () -> {
            writing.countDown();
            brought.await();
        });
        CredentialVault vault = but(CredentialVault.class, stores, "takeIn", () -> {});
        DeskPorts own = stores.ports();
        var ports = new DeskPorts(own.rows(), vault, copy, own.copy(), own.gateway(), own.book(),
                own.dragged());
        var kept = new KeptProfiles(ports);
        var ended = new CompletableFuture<Void>();
        Path file = file();

        CompletableFuture<Brought> bringing = CompletableFuture.supplyAsync(() -> {
            try (Secret phrase = Secret.ofChars(PHRASE);
                    TransferFile opened = TransferFile.open(file, TransferKey::of, phrase, new CancelToken())) {
                return new Arrivals(ports, kept, new BookLeads(ports), new Deletions(ports, Clock.systemUTC()),
                        new SecureRandom()).take(opened,
                                new WhileARunEnds(kept, other.id(), writing, ended), new CancelToken(),
                                (done, of) -> {});
            } catch (ProblemException failure) {
                throw new IllegalStateException(failure);
            }
        });

        assertThat(bringing.get(2, TimeUnit.MINUTES).added()).hasSize(1);
        brought.countDown();
        assertThat(ended).succeedsWithin(Duration.ofMinutes(2));
    }
}
