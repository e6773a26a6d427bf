package app.loupe.ui.bookcheck;

import app.loupe.domain.Chosen;
import app.loupe.bookcheck.BookCheck;
import app.loupe.bookcheck.BookFindings;
import app.loupe.bookcheck.Finding;
import app.loupe.bookcheck.FindingKind;
import app.loupe.bookcheck.FindingWords;
import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ProblemPresenter;
import app.loupe.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the books are checked and what of the findings is shown. One check at a time, in the background; another
 * choice of connections ends the one that runs. The copy is checked when the owner comes here and it has changed, and by
 * itself after a run that brought something, at most once an hour and when nothing else is read. On the FX thread only.
 */
final class CheckViewModel {
    private static final Duration BY_ITSELF = Duration.ofHours(1);

    private final CheckPorts ports;
    private final Background background;
    private final ProblemPresenter problems;
    private final Wording wording;
    private final FindingWords words;
    private final BooleanProperty alsoKnown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING_CHECKED);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ReadOnlyObjectWrapper<Optional<Finding>> undo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Chosen connections = Chosen.NONE;
    private Checked last = Checked.NOTHING;
    /** What was marked, or taken back, since the check that runs began: it may have read what was known before. */
    private final Map<Finding, Boolean> meanwhile = new LinkedHashMap<>();
    private boolean hasNews;
    private boolean isInSight;
    private @Nullable CancelToken running;

    CheckViewModel(CheckPorts ports, Background background, ProblemPresenter problems, Wording wording) {
        this.ports = ports;
        this.background = background;
        this.problems = problems;
        this.wording = wording;
        this.words = new FindingWords(wording.shown(), wording.dates(), wording.money());
        alsoKnown.subscribe(now -> show());
    }

    /**
     * What the screen shows.
     *
     * @param checked when the check ended; null before the first one
     * @param of the connections that were checked
     * @param open how many findings are not known
     * @param known how many are
     * @param clear the kinds that nothing was found of, known or not
     */
    record Shown(@Nullable Instant checked, List<ConnectionProfile> of, List<CheckRow> rows, int invoices, int open,
            int known, List<FindingKind> clear) {
        static final Shown NOTHING_CHECKED = new Shown(null, List.of(), List.of(), 0, 0, 0, List.of());
    }

    /** How far a check is. */
    record Progress(boolean running, int read, int of) {
        static final Progress NONE = new Progress(false, 0, 0);
    }

    /** One check. */
    private record Checked(List<ConnectionProfile> of, @Nullable Instant at, List<Finding> findings, int invoices,
            Map<ConnectionId, Set<String>> known) {
        static final Checked NOTHING = new Checked(List.of(), null, List.of(), 0, Map.of());

        boolean isKnown(Finding finding) {
            return known.getOrDefault(finding.connection(), Set.of()).contains(finding.key());
        }

        Checked with(Finding finding, boolean isKnown) {
            var changed = new HashMap<>(known);
            var keys = new HashSet<>(known.getOrDefault(finding.connection(), Set.of()));
            if (isKnown) {
                keys.add(finding.key());
            } else {
                keys.remove(finding.key());
            }
            changed.put(finding.connection(), Set.copyOf(keys));
            return new Checked(of, at, findings, invoices, Map.copyOf(changed));
        }
    }

    /** Whether known findings are listed, too. */
    BooleanProperty alsoKnown() {
        return alsoKnown;
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** What was marked as known last and can be undone. */
    ReadOnlyObjectProperty<Optional<Finding>> undo() {
        return undo.getReadOnlyProperty();
    }

    List<ConnectionProfile> connections() {
        return connections.profiles();
    }

    boolean wasSynced() {
        return connections.wasSynced();
    }

    boolean isOfSeveral() {
        return connections.areSeveral();
    }

    /** Follows these connections; checks them by itself when that is due. */
    void follow(List<ConnectionProfile> now) {
        var chosen = new Chosen(now);
        boolean others = !chosen.ids().equals(connections.ids());
        connections = chosen;
        if (others) {
            cancel();
            last = Checked.NOTHING;
            undo.set(Optional.empty());
            show();
            if (isInSight) {
                checkNews();
            }
        }
        Instant at = last.at();
        if (hasNews && (at == null || at.plus(BY_ITSELF).isBefore(wording.clock().instant()))) {
            hasNews = false;
            background.whenQuiet(this::checkNews);
        }
    }

    /** A run has ended that brought something: {@link #follow} has it checked. */
    void news() {
        hasNews = true;
    }

    /** Whether a sync has ended that the last check knows nothing of. */
    private boolean isStale() {
        return wasSynced() && (last.at() == null || !synced(last.of()).equals(synced(connections.profiles())));
    }

    private static Map<ConnectionId, Optional<Instant>> synced(List<ConnectionProfile> profiles) {
        return profiles.stream().collect(
                Collectors.toMap(ConnectionProfile::id, profile -> Optional.ofNullable(profile.lastSynced())));
    }

    /** Checks what has changed since the last check: the owner has come to the screen, or has chosen others there. */
    void entered() {
        isInSight = true;
        checkNews();
    }

    private void checkNews() {
        if (isStale()) {
            check();
        }
    }

    /** Checks now, unless a check runs. */
    void check() {
        if (running != null || connections.profiles().isEmpty()) {
            return;
        }
        var cancel = new CancelToken();
        running = cancel;
        meanwhile.clear();
        List<ConnectionProfile> of = connections.profiles();
        progress.set(new Progress(true, 0, 0));
        background.run("check the books", () -> read(of, cancel)).onSuccess(checked -> {
            if (cancel == running) {
                last = checked;
                meanwhile.forEach((finding, isKnown) -> last = last.with(finding, isKnown));
                show();
            }
        }).onProblem(problem -> refused(problem, cancel)).afterwards(() -> {
            if (cancel == running) {
                running = null;
                progress.set(Progress.NONE);
            }
        }).start();
    }

    private void refused(Problem problem, CancelToken cancel) {
        if (!cancel.isCancelled() || !problem.code().isEnd()) {
            problems.show(problem);
        }
    }

    /** The owner has gone to another screen. */
    void left() {
        isInSight = false;
        cancel();
    }

    /** Ends the check that runs; what the last one found stays. */
    void cancel() {
        CancelToken cancel = running;
        running = null;
        progress.set(Progress.NONE);
        if (cancel != null) {
            cancel.cancel();
        }
    }

    @Blocking
    private Checked read(List<ConnectionProfile> of, CancelToken cancel) throws ProblemException {
        var findings = new ArrayList<Finding>();
        var known = new HashMap<ConnectionId, Set<String>>();
        int invoices = 0;
        long all = 0;
        for (ConnectionProfile profile : of) {
            InvoiceReader.Counts counts = ports.invoices().counts(profile.id());
            all += counts.invoices() + counts.removed();
        }
        int ofAll = Math.toIntExact(all);
        for (ConnectionProfile profile : of) {
            int before = invoices;
            BookFindings found = BookCheck.of(ports.invoices(), profile, wording.today(),
                    (read, ofThis) -> Platform.runLater(() -> tell(cancel, before + read, ofAll)), cancel);
            findings.addAll(found.findings());
            invoices += found.invoices();
            known.put(profile.id(), ports.known().knownFindings(profile.id()));
        }
        return new Checked(of, wording.clock().instant(), findings, invoices, Map.copyOf(known));
    }

    private void tell(CancelToken cancel, int read, int of) {
        if (cancel == running) {
            progress.set(new Progress(true, read, of));
        }
    }

    /** Writes the same anew. */
    void rewrite() {
        show();
    }

    private void show() {
        List<Finding> open = last.findings().stream().filter(finding -> !last.isKnown(finding)).toList();
        List<Finding> listed = alsoKnown.get() ? last.findings() : open;
        var rows = new ArrayList<CheckRow>();
        for (FindingKind kind : FindingKind.values()) {
            List<Finding> some = listed.stream().filter(finding -> finding.kind() == kind).toList();
            if (!some.isEmpty()) {
                rows.add(new CheckRow.Heading(kind, wording.get("check.heading", words.kind(kind), some.size())));
                some.stream().map(this::row).forEach(rows::add);
            }
        }
        shown.set(new Shown(last.at(), last.of(), rows, last.invoices(), open.size(),
                last.findings().size() - open.size(), Arrays.stream(FindingKind.values())
                        .filter(kind -> last.findings().stream().noneMatch(finding -> finding.kind() == kind))
                        .toList()));
    }

    private CheckRow row(Finding finding) {
        String connection = last.of().stream().filter(profile -> profile.id().equals(finding.connection()))
                .map(ConnectionProfile::name).findFirst().orElse("");
        return new CheckRow.Entry(finding, last.isKnown(finding), words.weight(finding.weight()),
                words.fewDocuments(finding), words.said(finding), words.advice(finding), connection);
    }

    /** The owner knows this one, and it is not shown again; or it is. */
    void know(Finding finding, boolean isKnown) {
        Chosen of = connections;
        background.run("mark a finding", () -> {
            if (isKnown) {
                ports.known().knowFindings(finding.connection(), Set.of(finding.key()));
            } else {
                ports.known().unknowFindings(finding.connection(), Set.of(finding.key()));
            }
            return finding;
        }).onSuccess(done -> {
            last = last.with(done, isKnown);
            meanwhile.put(done, isKnown);
            show();
            // whoever is told finds the list as it is now; that of others offers nothing of this one
            if (of.ids().equals(connections.ids())) {
                undo.set(isKnown ? Optional.of(done) : Optional.empty());
            }
        }).start();
    }

    /** The one that was marked last is shown again. */
    void undoLast() {
        undo.get().ifPresent(finding -> know(finding, false));
    }

    /** What a kind of findings is called. */
    String kind(FindingKind kind) {
        return words.kind(kind);
    }

    /** What the invoices of a finding have in common, as the title of their list. */
    String title(Finding finding) {
        return words.kind(finding.kind());
    }
}
