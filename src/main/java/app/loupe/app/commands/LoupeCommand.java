package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader.Counts;
import app.loupe.domain.KeptDays;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.export.ExportOutcome;
import app.loupe.export.KeptNote;
import app.loupe.export.ParcelPlace;
import app.loupe.export.ParcelTakeaway;
import app.loupe.export.PlaceRights;
import app.loupe.export.Steps;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command shares: its options, its session, and how it speaks. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class LoupeCommand implements Callable<Integer> {
    /** What one opening did, or found and put right: the next one finds nothing of it. */
    private static final Set<ProblemCode> TOLD_ONCE = EnumSet.of(ProblemCode.DELETION_FINISHED,
            ProblemCode.VAULT_MENDED,
            ProblemCode.STORE_RESTORED, ProblemCode.STORE_DAMAGED, ProblemCode.BOOK_RESTORED, ProblemCode.BOOK_LOST);

    final CommonOptions common;

    private final Session session;
    private final SecretInput secrets;
    private boolean isOfPart;
    private List<ConnectionProfile> readFrom = List.of();

    @Spec
    @Nullable
    CommandSpec spec;

    LoupeCommand(Session session) {
        this.session = session;
        this.common = session.options();
        this.secrets = session.secrets();
    }

    /** Does it and gives the exit code. */
    @Override
    public abstract Integer call() throws ProblemException;

    /** Whether, as it was given, it only reads what is stored here, so that a window that is open can run it. */
    boolean onlyReads() {
        return false;
    }

    /** Whether it keeps something in the data folder, so that one that takes nothing is refused before anything is done. */
    boolean keeps() {
        return false;
    }

    final Session session() {
        return session;
    }

    final SecretInput secrets() {
        return secrets;
    }

    /** Whether it may begin anew in a folder that holds nothing of Loupe's; all others make nothing there. */
    boolean begins() {
        return false;
    }

    final Services open() throws ProblemException {
        if (!begins() && session.isNew()) {
            throw ProblemException.of(ProblemCode.NO_CONNECTION);
        }
        Services services = begins() ? session.begin(secrets) : session.open(secrets);
        if (services.isReadOnly()) {
            notice(Problem.of(ProblemCode.DATA_FOLDER_READ_ONLY,
                    session.folder().toAbsolutePath().normalize().toString()));
        }
        return services;
    }

    /** Tells what no later opening tells again. For a command that has no use for the other warnings. */
    final void noticeOnce(Services services) {
        services.warnings().stream().filter(warning -> TOLD_ONCE.contains(warning.code())).forEach(this::notice);
    }

    /** The connections to choose from. */
    final ConnectionChoice choice(Services services) {
        return new ConnectionChoice(services.connections(), texts());
    }

    /** Whether what it tells can lack what is older than the first day of a copy. */
    boolean isOfKeptDays() {
        return true;
    }

    /**
     * The connections to list from: the one that is named, or all that belong together; says what is left out, of which
     * not everything has been read yet, and which copies begin on a day.
     *
     * @throws ProblemException {@link ProblemCode#NOT_SYNCED_YET} where nothing was read yet of any of them: a list without
     *     a row would say that there is nothing
     */
    final ReadTogether toRead(Services services, @Nullable String id) throws ProblemException {
        ReadTogether read = toReadSilently(services, id);
        for (ConnectionProfile left : read.leftOut()) {
            notice(Problem.of(ProblemCode.SAMPLE_LEFT_OUT, left.name(), left.id().value(), line(left.id())));
        }
        if (!findsOne()) {
            tellKept();
        }
        return read;
    }

    /** Whether it looks through the connections for something of one of them, and calls {@link #only} once it has it. */
    boolean findsOne() {
        return false;
    }

    /** What is told is of this one of the connections that were read, from here on. */
    final void only(ConnectionProfile found) {
        readFrom = List.of(found);
        tellKept();
    }

    private void tellKept() {
        if (!isOfKeptDays()) {
            return;
        }
        var dates = new DateText(texts(), session.clock().getZone());
        for (ConnectionProfile one : readFrom) {
            LocalDate since = one.keptFrom();
            if (since != null) {
                notice(Problem.of(ProblemCode.KEPT_FROM, one.name(), dates.day(since), one.id().value()));
            }
        }
    }

    /** Like {@link #toRead} where it is no news that the sample company is left out. */
    final ReadTogether toReadSilently(Services services, @Nullable String id) throws ProblemException {
        ReadTogether read = choice(services).toRead(id);
        List<Problem> notSynced = read.connections().stream().filter(one -> one.lastSynced() == null)
                .map(one -> Problem.of(ProblemCode.NOT_SYNCED_YET, one.name(), one.id().value())).toList();
        if (notSynced.size() == read.connections().size() && isUnread(services, read.connections())) {
            notSynced.subList(0, notSynced.size() - 1).forEach(this::notice);
            throw new ProblemException(notSynced.getLast());
        }
        notSynced.forEach(this::notice);
        isOfPart = !notSynced.isEmpty();
        readFrom = read.connections();
        return read;
    }

    /** Whether {@link #toRead} named a connection that no sync has brought to its end yet, so that something may be missing. */
    final boolean isOfPart() {
        return isOfPart;
    }

    /** Whether something that is older than what the copies hold may be missing in what is told. */
    final boolean beginsLater() {
        return isOfKeptDays() && KeptDays.of(readFrom).all().isPresent();
    }

    /** What files say of the days from which the copies are, and a command has said already. */
    final List<String> kept() {
        return KeptNote.of(texts(), new DateText(texts(), session.clock().getZone()), readFrom);
    }

    /** How old the copies are that {@link #toRead} named, as far as a sync has ever brought them to its end. */
    final Optional<String> age() {
        var dates = new DateText(texts(), session.clock().getZone());
        String ages = readFrom.stream().filter(one -> one.lastSynced() != null)
                .map(one -> (readFrom.size() > 1 ? one.name() + " " : "")
                        + dates.ago(Objects.requireNonNull(one.lastSynced()), session.clock().instant()))
                .collect(Collectors.joining(", "));
        return ages.isEmpty() ? Optional.empty() : Optional.of(texts().get("cli.synced", ages));
    }

    /** Whether the copy holds nothing of these connections. An interrupted sync counts as something. */
    boolean isUnread(Services services, List<ConnectionProfile> connections) throws ProblemException {
        for (ConnectionProfile one : connections) {
            Counts known = services.invoices().counts(one.id());
            if (known.invoices() + known.removed() + known.journalItems() > 0) {
                return false;
            }
        }
        return true;
    }

    /** This command as it is typed for one connection, with what it asks for before. */
    private String line(ConnectionId id) {
        CommandSpec named = spec;
        if (named == null) {
            return id.value();
        }
        Stream<String> asked = named.positionalParameters().stream().filter(ArgSpec::required).map(ArgSpec::paramLabel);
        return Stream.of(Stream.of(named.qualifiedName()), asked, Stream.of(id.value())).flatMap(parts -> parts)
                .collect(Collectors.joining(" "));
    }

    /** Work that Ctrl+C ends in good order. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it; what is read of these ends with {@link ProblemCode#CANCELLED} when it is stopped. */
        T with(Services stoppable, CancelToken cancel) throws ProblemException;
    }

    /** Does what leaves nothing half done when it is stopped; that is heard at every record that it reads. */
    final <T> T stoppably(Services services, Work<T> work) throws ProblemException {
        var cancel = new CancelToken();
        try (var _ = session.interrupts().watch(cancel::cancel)) {
            return work.with(new StoppableServices(services, cancel), cancel);
        }
    }

    /** Takes away many files, which a person sees coming; who stops it leaves none of them behind. */
    final ExportOutcome takeAway(ParcelTakeaway parcel, ParcelPlace place, CancelToken cancel)
            throws ProblemException {
        try (var bar = new ProgressBar(this)) {
            bar.at("reading", 0, 0);
            return parcel.write(place, new Steps(cancel, (done, of) -> bar.at("invoices", done, of)));
        }
    }

    final Texts texts() {
        return session.texts();
    }

    final PrintWriter out() {
        return session.terminal().out();
    }

    final PrintWriter err() {
        return session.terminal().err();
    }

    final JsonLines json() {
        return new JsonLines(out());
    }

    /** Prints a text of the bundle as a result. */
    final void say(String key, Object... arguments) {
        out().println(texts().get(key, arguments));
    }

    /** Writes a remark for people to standard error, after the output so far; nothing with --json. */
    final void remark(String words) {
        if (!common.json) {
            out().flush();
            err().println(words);
        }
    }

    /** Tells of a problem that did not stop the command, in the form that was asked for. */
    final void notice(Problem problem) {
        session.notice(problem);
    }

    /** Tells of a place that keeps no rights that others may read what was written there. */
    final void noticeOpen(Path written) {
        if (PlaceRights.isOpen(written)) {
            notice(Problem.of(ProblemCode.EXPORT_OPEN, written.toAbsolutePath().toString()));
        }
    }
}
