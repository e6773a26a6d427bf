package app.loupe.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import app.loupe.session.NextRun;
import app.loupe.session.NextRun.Why;
import app.loupe.sync.SyncProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.WindowSamples;

class RowWordsTest {
    private final RowWords words = new RowWords(WindowSamples.wording());
    private final ConnectionRowModel row = new ConnectionRowModel(
            WindowSamples.profile(WindowSamples.ACME, "Acme"));

    private String failed(ProblemCode code) {
        row.stateProperty().set(
                new RowState.Resting(new SyncReport.Failed(SyncCounts.NONE, new Problem(code, List.of()))));
        return words.status(row) + " | " + words.remedy(row).orElse("");
    }

    @Test
    void everyProblemHasFewWordsAndAWayOut() {
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(failed(code)).matches(".{3,24} \\| (Fix…|Try again)");
        }
    }

    @Test
    void anUnreachableServerIsTriedAgainAndARefusedSignInIsFixed() {
        assertThat(failed(ProblemCode.HOST_UNKNOWN)).isEqualTo("Odoo cannot be reached | Try again");
        assertThat(failed(ProblemCode.API_KEY_REFUSED)).isEqualTo("Sign-in refused | Fix…");
    }

    @Test
    void everyStepOfARunSaysWhatItDoes() {
        var said = new HashSet<String>();
        for (SyncProgress.Step step : SyncProgress.Step.values()) {
            row.stateProperty().set(new RowState.Syncing(new SyncProgress(step, 0, 0)));
            said.add(words.status(row));
        }
        assertThat(said).hasSize(SyncProgress.Step.values().length).contains("Looking for changes…")
                .allMatch(text -> text.matches(".{3,30}"));

        row.stateProperty().set(new RowState.Syncing(new SyncProgress(SyncProgress.Step.PAYMENTS, 120, 4_000)));
        assertThat(words.status(row)).isEqualTo("Payments 120 of 4,000…");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USUAL | 3600 | Next sync in 1 h
            USUAL | 3541 | Next sync in 1 h
            USUAL | 3540 | Next sync in 59 min
            USUAL | 61 | Next sync in 2 min
            USUAL | 30 | Next sync in 1 min
            USUAL | 29 | Next sync in a moment
            USUAL | -900 | Next sync in a moment
            RETRY | 300 | Will try again in 5 min
            RESTING | 86400 | Fix it or press “Sync now”; otherwise next try in 24 h""")
    void theNextSyncIsSaidAsTheTimeThatIsLeft(Why why, long seconds, String said) {
        var next = Optional.of(new NextRun(why, WindowSamples.NOW.plusSeconds(seconds)));

        assertThat(words.next(row, next)).contains(said);
        assertThat(words.next(row, Optional.empty())).isEmpty();
        row.stateProperty().set(new RowState.Syncing(SyncProgress.BEGUN));
        assertThat(words.next(row, next)).as("one is under way").isEmpty();
    }

    @Test
    void oneInvoiceIsNotManyInvoices() {
        row.invoicesProperty().set(1);

        assertThat(words.status(row)).isEqualTo("4 min ago · 1 document");
    }

    @Test
    void aConnectionWithoutARunSaysSo() {
        row.profileProperty().set(new ConnectionProfile(WindowSamples.ACME, ConnectionProfile.Kind.ODOO, "Acme", null,
                null, "", null));

        assertThat(words.status(row)).isEqualTo("Not synced yet");
    }

    private void verified(int invoices, int right, int repaired) {
        row.profileProperty().set(row.profile().verified(new Verification(WindowSamples.NOW,
                Instant.parse("2026-11-24T14:02:00Z"), new Verified(invoices, right, repaired))));
    }

    @Test
    void aCopyThatWasComparedInFullSaysSo() {
        row.invoicesProperty().set(12_480);
        assertThat(words.verified(row)).isEmpty();

        verified(12_480, 12_480, 0);
        assertThat(words.status(row)).isEqualTo("4 min ago · all 12,480 verified");
        assertThat(words.verified(row)).contains("12,480 of 12,480 verified, 24 Nov 2026 14:02");

        row.profileProperty().set(WindowSamples.since(row.profile(), LocalDate.of(2026, 10, 1)));
        assertThat(words.status(row)).as("not all that Odoo has").isEqualTo("4 min ago · 12,480 verified");
        assertThat(words.begins(row)).contains("Documents from 1 Oct 2026 on; none that are older");

        verified(12_480, 12_480, 1);
        assertThat(words.verified(row)).contains("12,480 of 12,480 verified, 24 Nov 2026 14:02; 1 record was repaired");
    }

    /** What a sync brought since was compared by nobody. */
    @Test
    void aComparisonBeforeTheLastSyncIsSaidWithItsDay() {
        row.invoicesProperty().set(12_480);
        row.profileProperty().set(row.profile().verified(new Verification(WindowSamples.NOW,
                Instant.parse("2026-11-20T14:02:00Z"), new Verified(12_480, 12_480, 0))));

        assertThat(words.status(row)).isEqualTo("4 min ago · 12,480 verified 20 Nov");

        row.profileProperty().set(WindowSamples.since(row.profile(), LocalDate.of(2026, 10, 1)));
        assertThat(words.status(row)).isEqualTo("4 min ago · 12,480 verified 20 Nov");
    }

    /** The former first day of a copy to which older documents are still to come. */
    @Test
    void aCopyThatIsBeingWidenedBeginsWithItsFormerDay() {
        row.invoicesProperty().set(12_480);
        verified(12_480, 12_480, 0);
        row.profileProperty().set(row.profile().holding(LocalDate.of(2026, 10, 1)));

        assertThat(words.begins(row)).contains("Documents from 1 Oct 2026 on; none that are older");
        assertThat(words.status(row)).isEqualTo("4 min ago · 12,480 verified");
    }

    @ParameterizedTest
    @CsvSource({"12480, 12479", "12400, 12400", "0, 0"})
    void allAreVerifiedOnlyWhenEachInvoiceOfTheCopyIs(int invoices, int right) {
        row.invoicesProperty().set(12_480);
        verified(invoices, right, 0);

        assertThat(words.status(row)).isEqualTo("4 min ago · 12,480 documents");
        assertThat(words.verified(row)).isPresent();
    }

    @Test
    void aFirstComparisonThatIsOnlyDueSaysNothing() {
        row.profileProperty().set(row.profile().verified(new Verification(WindowSamples.NOW, null, Verified.NONE)));

        assertThat(words.verified(row)).isEmpty();
        assertThat(words.status(row)).startsWith("4 min ago");
    }

    private void expiresIn(int days) {
        LocalDate today = LocalDate.ofInstant(WindowSamples.NOW, ZoneOffset.UTC);
        row.profileProperty().set(row.profile().expiring(today.plusDays(days)));
    }

    @ParameterizedTest
    @CsvSource({"14, Key expires in 14 days", "1, Key expires in 1 day", "0, Key expires today",
        "-1, Key expired yesterday", "-3, Key expired 3 days ago"})
    void theLastDaysOfAKeyAreCountedDown(int days, String said) {
        expiresIn(days);

        assertThat(words.status(row)).isEqualTo(said);
        assertThat(words.expiring(row)).contains(said);
        assertThat(words.remedy(row)).contains("Edit…");
    }

    @Test
    void earlierDaysAreNotCounted() {
        expiresIn(15);

        assertThat(words.status(row)).startsWith("4 min ago");
        assertThat(words.expiring(row)).isEmpty();
        assertThat(words.keyOf(row)).isEmpty();
        assertThat(words.remedy(row)).isEmpty();
    }

    @Test
    void aKeyThatEndsHidesNothingThatIsWorse() {
        expiresIn(-3);

        assertThat(failed(ProblemCode.PASSWORD_LOST)).isEqualTo("Password needed | Fix…");
        assertThat(words.expiring(row)).isEmpty();
        row.stateProperty().set(new RowState.Resting(new SyncReport.Partial(SyncCounts.NONE,
                List.of(new Problem(ProblemCode.RECORD_UNREADABLE, List.of())))));
        assertThat(words.status(row)).endsWith("1 problem");
        assertThat(words.keyOf(row)).isPresent();
        row.stateProperty().set(new RowState.Syncing(SyncProgress.BEGUN));
        assertThat(words.status(row)).startsWith("Connecting");
    }
}
