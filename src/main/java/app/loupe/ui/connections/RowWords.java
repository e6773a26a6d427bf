package app.loupe.ui.connections;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.KeyExpiry;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.session.NextRun;
import app.loupe.sync.SyncProgress;
import app.loupe.ui.common.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** Says in a few words how a connection is, and what its owner can do about it. */
final class RowWords {
    private final Wording wording;

    RowWords(Wording wording) {
        this.wording = wording;
    }

    /** "4 min ago · 12,480 invoices", "all 12,480 verified" or "12,480 verified 24 Nov", "Payments 3,200 of 8,114…", "Sign-in refused". */
    String status(ConnectionRowModel row) {
        return switch (row.state()) {
            case RowState.Deleting deleting -> deleting.at().of() <= 0
                    ? wording.get("sidebar.row.deleting")
                    : wording.get("sidebar.row.deleting-of", deleting.at().percent());
            case RowState.Syncing syncing -> syncing(syncing.at());
            case RowState.Resting resting -> resting(row, resting);
        };
    }

    private String syncing(SyncProgress at) {
        String step = wording.get("sidebar.step." + at.step().key());
        return at.total() <= 0
                ? wording.get("sidebar.row.syncing", step)
                : wording.get("sidebar.row.syncing-of", step, at.done(), at.total());
    }

    private String resting(ConnectionRowModel row, RowState.Resting resting) {
        Problem problem = resting.problem();
        if (problem != null) {
            return shortly(problem);
        }
        ConnectionProfile profile = row.profile();
        long invoices = row.invoicesProperty().get();
        if (profile.kind() == ConnectionProfile.Kind.SAMPLE) {
            return wording.get("sidebar.row.sample", invoices);
        }
        Instant synced = profile.lastSynced();
        if (synced == null) {
            return resting.last() instanceof SyncReport.Cancelled
                    ? wording.get("sidebar.row.stopped", invoices)
                    : wording.get("sidebar.row.never");
        }
        return resting.last() instanceof SyncReport.Partial partial
                ? wording.get("sidebar.row.partial", wording.ago(synced), invoices, partial.problems().size())
                : keyOf(row).orElseGet(() -> counted(profile, synced, invoices));
    }

    /**
     * Of a copy with a first day not that all are verified: there are more in Odoo. Once a sync came after the comparison, with
     * the day of that: what the sync brought was not compared.
     */
    private String counted(ConnectionProfile profile, Instant synced, long invoices) {
        String age = wording.ago(synced);
        Optional<Instant> verified = allVerified(profile, invoices);
        if (verified.isEmpty()) {
            return wording.get("sidebar.row.synced", age, invoices);
        }
        if (synced.isAfter(verified.get())) {
            LocalDate day = LocalDate.ofInstant(verified.get(), wording.clock().getZone());
            return wording.get("sidebar.row.verified.on", age, invoices, wording.dates().dayOfMonth(day));
        }
        return wording.get(profile.keptFrom() == null ? "sidebar.row.verified" : "sidebar.row.verified.from", age,
                invoices);
    }

    /** When each invoice that the copy holds was found to be as in Odoo; empty where they were not all. */
    private static Optional<Instant> allVerified(ConnectionProfile profile, long invoices) {
        return Optional.ofNullable(profile.verification())
                .filter(known -> known.found().isComplete() && known.found().invoices() == invoices && invoices > 0)
                .flatMap(known -> Optional.ofNullable(known.ended()));
    }

    /** "12,418 of 12,418 verified, 24 Nov 14:02"; empty before the copy was compared for the first time. */
    Optional<String> verified(ConnectionRowModel row) {
        Verification known = row.profile().verification();
        return known == null
                ? Optional.empty()
                : Optional.ofNullable(known.ended()).map(when -> wording.get("verified.meter",
                        known.found().verified(), known.found().invoices(), wording.dates().moment(when),
                        known.found().repaired()));
    }

    /** "Documents from 1 Oct 2026 on; none that are older"; empty of a copy that has no first day. */
    Optional<String> begins(ConnectionRowModel row) {
        return Optional.ofNullable(row.profile().keptFrom())
                .map(since -> wording.get("sidebar.row.from", wording.dates().day(since)));
    }

    /**
     * "Key expires in 9 days" while that is the worst that there is to say of the connection, and how old the copy
     * is does not say more; empty otherwise.
     */
    Optional<String> expiring(ConnectionRowModel row) {
        return keyOf(row).filter(key -> status(row).equals(key));
    }

    /** What the link beside the status does: "Fix…", "Try again", "Edit…"; empty where nothing has to be done. */
    Optional<String> remedy(ConnectionRowModel row) {
        if (row.state() instanceof RowState.Resting resting && resting.problem() != null) {
            return Optional.of(wording.get(fixable(resting.problem()) ? "sidebar.row.fix" : "sidebar.row.again"));
        }
        return expiring(row).map(key -> wording.get("sidebar.menu.edit"));
    }

    /**
     * When it syncs by itself; empty for what never does, and for a run that is under way or refused.
     *
     * @param next as the schedule says
     */
    Optional<String> next(ConnectionRowModel row, Optional<NextRun> next) {
        if (!(row.state() instanceof RowState.Resting)) {
            return Optional.empty();
        }
        return next.map(run -> wording.get("sidebar.next." + EnumKey.of(run.why()), wording.in(run.at())));
    }

    /** How long the key lasts; empty when there is nothing to count down. */
    Optional<String> keyOf(ConnectionRowModel row) {
        OptionalLong left = KeyExpiry.daysLeft(row.profile().keyExpires(), LocalDate.now(wording.clock()));
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(wording.get(left.getAsLong() < 0 ? "sidebar.row.key-expired" : "sidebar.row.key-expires",
                        Math.abs(left.getAsLong())));
    }

    /** What is wrong, in the few words that a row has room for. */
    private String shortly(Problem problem) {
        return wording.get("sidebar.problem." + group(problem.code()));
    }

    /** Whether typing the connection's data again can help, rather than trying again. */
    static boolean fixable(Problem problem) {
        return switch (group(problem.code())) {
            case "sign-in", "certificate", "address", "password" -> true;
            default -> false;
        };
    }

    @SuppressWarnings("MissingCasesInEnumSwitch") // the rest is one group by intention
    private static String group(ProblemCode code) {
        return switch (code) {
            case SIGN_IN_REFUSED, API_KEY_REFUSED, API_KEY_NEEDED, NO_API_ON_PLAN -> "sign-in";
            case CERTIFICATE_CHANGED, CERTIFICATE_UNKNOWN, CERTIFICATE_EXPIRED, CERTIFICATE_WRONG_HOST, TLS_FAILED ->
                "certificate";
            case ADDRESS_INVALID, ADDRESS_NOT_HTTPS, NOT_AN_ODOO, VERSION_UNSUPPORTED, DATABASE_UNKNOWN,
                    DATABASE_NEEDED, REDIRECTED, WEB_PAGE_ANSWERED, OTHER_CONTENT ->
                "address";
            case KEY_MISSING, KEY_UNREADABLE, KEY_FOREIGN, PASSWORD_NOT_OF_THIS_ROW, PASSWORD_LOST, ADDRESS_LOST ->
                "password";
            case HOST_UNKNOWN, CONNECTION_REFUSED, NETWORK_DOWN, LOCAL_NETWORK_CLOSED, SERVER_TIMEOUT, LOOKUP_TIMEOUT,
                    CONNECT_TIMEOUT, GREETING_TIMEOUT, CONNECTION_LOST ->
                "offline";
            case NO_RIGHT -> "rights";
            case SERVER_BUSY, SERVER_ERROR, SERVER_REPLACED, SIGN_IN_IN_FRONT, ACCESS_BLOCKED -> "server";
            case KEYRING_UNAVAILABLE, KEYRING_LOCKED, KEYRING_DENIED, KEYRING_SLOW -> "keyring";
            case COPY_UNFILLED, STORE_DAMAGED, STORE_RESTORED, STORE_SHORT -> "copy";
            case DISK_FULL -> "disk";
            default -> "other";
        };
    }
}
