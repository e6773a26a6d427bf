package testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Connections} does, the fakes among them. */
public abstract class ConnectionsContract {
    private static final ConnectionId NOBODY = new ConnectionId("00000000");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    /** Those that are tested; the same ones throughout a test, and none at first. */
    protected abstract Connections connections();

    private static ConnectionDetails details(String host, String name) throws ProblemException {
        return new ConnectionDetails(new Endpoint(OdooAddress.parse(host), "acme", "ann"), name, null, null);
    }

    private ConnectionProfile add(String host, String name) throws ProblemException {
        try (Secret secret = Secret.ofChars("pass")) {
            return connections().add(details(host, name), secret, DAY);
        }
    }

    private ConnectionProfile edit(ConnectionId id, String host, String name, @Nullable LocalDate since)
            throws ProblemException {
        return connections().edit(id, details(host, name), since, null, new CancelToken());
    }

    private void refused(Problem why, ThrowingCallable asked) throws ProblemException {
        var before = connections().list();
        assertThatThrownBy(asked).isInstanceOfSatisfying(ProblemException.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(why));
        assertThat(connections().list()).isEqualTo(before);
    }

    @Test
    void theyAreListedInTheOrderInWhichTheyWereAdded() throws ProblemException {
        ConnectionProfile one = add("one.example", "Zoe");
        ConnectionProfile two = add("two.example", " Ann ");

        assertThat(connections().list()).containsExactly(one, two);
        assertThat(two.name()).isEqualTo("Ann");
        assertThat(two.since()).isEqualTo(DAY);
        assertThat(connections().endpoint(two.id())).contains(details("two.example", "").endpoint());
        assertThat(connections().problems()).isEmpty();
    }

    @Test
    void oneWithoutANameIsCalledLikeItsDatabaseAndNeverLikeAnother() throws ProblemException {
        assertThat(add("one.example", "").name()).isEqualTo("acme");
        assertThat(add("two.example", " ").name()).isNotEqualTo("acme").startsWith("acme");
    }

    @Test
    void aNameOrAPlaceThatAnotherHasIsRefusedAndNothingIsStored() throws ProblemException {
        ConnectionProfile one = add("one.example", "Acme");
        ConnectionProfile two = add("two.example", "Other");

        refused(Problem.of(ProblemCode.NAME_TAKEN, "Acme", "ACME 2"), () -> add("three.example", "ACME"));
        refused(Problem.of(ProblemCode.CONNECTION_EXISTS, "Acme"), () -> add("one.example", "New"));
        refused(Problem.of(ProblemCode.NAME_TAKEN, "Acme", "acme 2"), () -> edit(two.id(), "two.example", "acme", DAY));
        refused(Problem.of(ProblemCode.CONNECTION_EXISTS, "Acme"), () -> edit(two.id(), "one.example", "", DAY));
        assertThat(connections().endpoint(one.id())).contains(details("one.example", "").endpoint());
    }

    @Test
    void anEditChangesWhatIsSaidAndKeepsTheName() throws ProblemException {
        ConnectionProfile one = add("one.example", "Acme");

        assertThat(edit(one.id(), "one.example", "", null)).isEqualTo(
                one.edited(details("one.example", "Acme"), null));
        assertThat(edit(one.id(), "one.example", "acme", null).name()).as("its own in another case").isEqualTo("acme");
        assertThat(connections().list()).extracting(ConnectionProfile::id).containsExactly(one.id());
    }

    @Test
    void anEditThatWouldKeepLessOrLeadElsewhereWithoutAPasswordIsRefused() throws ProblemException {
        ConnectionProfile one = add("one.example", "Acme");

        refused(Problem.of(ProblemCode.KEEPS_MORE, "Acme", one.id().value()),
                () -> edit(one.id(), "one.example", "", DAY.plusDays(1)));
        refused(Problem.of(ProblemCode.PASSWORD_EMPTY), () -> edit(one.id(), "two.example", "", DAY));
    }

    @Test
    void theSampleCompanyIsThereOnceLeadsNowhereAndIsNotEdited() throws ProblemException {
        ConnectionProfile sample = connections().addSample();

        assertThat(sample.kind()).isEqualTo(ConnectionProfile.Kind.SAMPLE);
        assertThat(connections().endpoint(sample.id())).isEmpty();
        refused(Problem.of(ProblemCode.CONNECTION_EXISTS, sample.name()), connections()::addSample);
        refused(Problem.of(ProblemCode.CONNECTION_UNKNOWN, sample.id().value()),
                () -> edit(sample.id(), "one.example", "", null));
        connections().delete(sample.id());
        assertThat(connections().addSample().name()).isEqualTo(sample.name());
    }

    @Test
    void aDeletionThatIsNotedAloneLeavesItAndADeletionNothing() throws ProblemException {
        ConnectionProfile one = add("one.example", "Acme");
        ConnectionProfile two = add("two.example", "Other");

        connections().noteDeletion(one.id(), Notes.GO);
        assertThat(connections().list()).containsExactly(one, two);
        connections().delete(one.id());

        assertThat(connections().list()).containsExactly(two);
        assertThat(connections().endpoint(one.id())).isEmpty();
        assertThat(add("one.example", "Acme").id()).as("never used twice").isNotEqualTo(one.id());
    }

    @Test
    void whatIsNotThereIsUnknown() throws ProblemException {
        Problem unknown = Problem.of(ProblemCode.CONNECTION_UNKNOWN, NOBODY.value());

        refused(unknown, () -> connections().test(NOBODY, null, new CancelToken()));
        refused(unknown, () -> edit(NOBODY, "one.example", "", null));
        refused(unknown, () -> connections().noteDeletion(NOBODY, Notes.STAY));
        refused(unknown, () -> connections().delete(NOBODY));
        assertThat(connections().endpoint(NOBODY)).isEmpty();
    }
}
