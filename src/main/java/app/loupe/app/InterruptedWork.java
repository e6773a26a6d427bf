package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes at the start what an interruption left half done between the vault, the copy and the owner's book. A disk that takes
 * nothing does not keep the owner from reading: what is left to do waits for the next start. For one thread.
 */
record InterruptedWork(DeskPorts ports, KeptProfiles profiles, Deletions deletions, MatchedProfiles matched,
        BookLeads leads, UnfilledCopies unfilled) {
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedWork.class);

    /** What keeps something from being finished now, and may be gone at the next start. */
    private static final Set<ProblemCode> FOR_NOW = Set.of(ProblemCode.DISK_FULL, ProblemCode.STORE_FAILED,
            ProblemCode.MEMORY_EXHAUSTED);

    /** Finishes it, and returns what to tell the owner; see {@link ConnectionDesk#repair}. */
    List<Problem> finish() throws ProblemException {
        // as the vault told it before anything is finished: that a deletion ended now says nothing of other copies
        List<ConnectionProfile> right = matched.all();
        var told = new ArrayList<Problem>();
        var refused = new ArrayList<Problem>();
        unlessRefused(refused, () -> deletions.finishPending(told::add));
        profiles.hide(deletions.pending());
        unlessRefused(refused, () -> {
            match(right);
            // not before: of two that differ the vault's word counts
            profiles.keep();
        });
        unlessRefused(refused, () -> leads.leadAll(profiles.profiles(), leadingBesides(right)));
        unlessRefused(refused, () -> unfilled.settle(ids(profiles.profiles())));
        profiles.hide(deletions.pending());
        boolean isUnfinished = deletions.isAnyPendingHere();
        refused.stream().findFirst().map(problem -> isUnfinished ? Deletions.unfinished(problem) : problem)
                .ifPresent(told::add);
        return List.copyOf(told);
    }

    /** What waits for its deletion, whose book tells which notes go with it, and what the copy could not be told of. */
    private Set<ConnectionId> leadingBesides(List<ConnectionProfile> right) throws ProblemException {
        var besides = new LinkedHashSet<>(ids(right));
        besides.addAll(deletions.pending());
        return besides;
    }

    private interface Step {
        void run() throws ProblemException;
    }

    private static void unlessRefused(List<Problem> refused, Step step) throws ProblemException {
        try {
            step.run();
        } catch (ProblemException failure) {
            if (!FOR_NOW.contains(failure.problem().code())) {
                throw failure;
            }
            LOG.warn("what was interrupted could not be finished: {}", failure.problem().code().key(), failure);
            refused.add(failure.problem());
        }
    }

    /** Brings the copy's profiles to the right ones. What needs room for a whole file comes last: no name is lost for it. */
    private void match(List<ConnectionProfile> right) throws ProblemException {
        List<ConnectionProfile> here = profiles.profiles();
        for (ConnectionProfile profile : right) {
            if (!here.contains(profile)) {
                LOG.info("the profile of {} is the one that the vault tells of", profile.id());
                ports.profiles().put(profile);
            }
        }
        var unknown = new LinkedHashSet<>(ids(here));
        ids(right).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            LOG.info("dropping {}: deleted, or their addition was interrupted", unknown);
            deletions.drop(unknown);
        }
    }

    private static List<ConnectionId> ids(List<ConnectionProfile> profiles) {
        return profiles.stream().map(ConnectionProfile::id).toList();
    }
}
