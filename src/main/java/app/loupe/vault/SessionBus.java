package app.loupe.vault;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.secret.Pair;
import org.freedesktop.secret.Service;
import org.freedesktop.secret.interfaces.Prompt;

/**
 * Looks at the Secret Service of a Linux session without writing anything, and has it unlocked. java-keyring gives the
 * same answer for "locked" and for "not there", and only the difference says whether a new key may be made.
 */
final class SessionBus {
    private static final String SECRETS = "org.freedesktop.secrets";
    private static final String DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default";
    private static final String COLLECTION = "org.freedesktop.Secret.Collection";
    private static final String NO_PROMPT = "/";
    private static final String KWALLET = "org.kde.kwalletd5";

    /** What the session has. */
    enum Look {
        /** No session bus, or nobody who keeps secrets on it. */
        NO_SERVICE,
        /** A service without a default collection. */
        NO_COLLECTION,
        /** The default collection is locked. */
        LOCKED,
        /** The default collection is open. */
        UNLOCKED,
        /** The service did not answer. */
        SILENT
    }

    /** Looks now; may wait as long as the bus does (20 s). */
    Look secretService() {
        try (DBusConnection bus = connect()) {
            Properties collection = bus.getRemoteObject(SECRETS, DEFAULT_COLLECTION, Properties.class);
            Object locked = collection.Get(COLLECTION, "Locked");
            return Boolean.FALSE.equals(locked) ? Look.UNLOCKED : Look.LOCKED;
        } catch (NoReply silent) {
            return Look.SILENT;
        } catch (ServiceUnknown none) {
            return Look.NO_SERVICE;
        } catch (DBusExecutionException refused) {
            return Look.NO_COLLECTION;
        } catch (DBusException | IOException none) {
            return Look.NO_SERVICE;
        }
    }

    /**
     * Asks the owner once to unlock the default collection, and waits for the answer as long as the thread is not
     * interrupted; then looks again. Done here and not by java-keyring, which asks up to five times and can miss an
     * answer that comes at once, to wait two minutes for it.
     */
    Look unlocked() {
        try (DBusConnection bus = connect()) {
            // an answer may come before it is known which prompt is ours
            var answered = new LinkedBlockingQueue<String>();
            bus.addSigHandler(Prompt.Completed.class, completed -> answered.add(completed.getPath()));
            Pair<List<ObjectPath>, ObjectPath> reply = new Service(bus)
                    .unlock(List.of(new ObjectPath("", DEFAULT_COLLECTION)));
            if (reply == null) {
                return Look.LOCKED;
            }
            if (!reply.b.getPath().equals(NO_PROMPT)) {
                bus.getRemoteObject(SECRETS, reply.b.getPath(), PromptCall.class).show("");
                await(reply.b.getPath(), answered);
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return Look.LOCKED;
        } catch (DBusException | DBusExecutionException | IOException refused) {
            return Look.LOCKED;
        }
        return secretService();
    }

    /** Waits until this prompt is among the answered ones; those of other programs come on the same bus. */
    static void await(String prompt, BlockingQueue<String> answered) throws InterruptedException {
        while (!answered.take().equals(prompt)) {
            // somebody else's
        }
    }

    /** Whether this session has KWallet and no Secret Service. */
    boolean offersOnlyKwallet() {
        try (DBusConnection bus = connect()) {
            DBus daemon = bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            var names = Stream.of(daemon.ListNames(), daemon.ListActivatableNames()).flatMap(Arrays::stream).toList();
            return names.contains(KWALLET) && !names.contains(SECRETS);
        } catch (DBusException | DBusExecutionException | IOException none) {
            return false;
        }
    }

    private static DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forSessionBus().withShared(false).build();
    }
}
