package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Secret;
import app.loupe.export.ExportOutcome;
import app.loupe.export.ExportSource;
import app.loupe.export.ExportSpan;
import app.loupe.export.JsonObjects;
import app.loupe.export.PeriodPack;
import app.loupe.export.PackPeriod;
import app.loupe.export.ParcelPlace;
import app.loupe.export.ParcelTakeaway;
import app.loupe.export.SealedArchive;
import app.loupe.text.DateText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Takes away a month or quarter for the accountant, or some days as a sealed archive, as a folder or a ZIP that is checked without
 * Loupe. Needs no network; Ctrl+C leaves nothing behind.
 */
@Command(name = "export")
final class ExportCommand extends LoupeCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    @Option(names = "--pack", paramLabel = "YYYY-MM|YYYY-QN")
    @Nullable
    PackPeriod pack;

    @Option(names = "--archive")
    boolean archive;

    @Mixin
    final DaysOption days = new DaysOption();

    @Mixin
    final CurrencyOption currency = new CurrencyOption();

    @Option(names = "--output", paramLabel = "FOLDER|FILE.zip", required = true)
    Path output = Path.of("");

    @Option(names = "--overwrite")
    boolean overwrite;

    @Option(names = "--encrypt")
    boolean encrypt;

    @Option(names = "--encrypt-stdin")
    boolean encryptStdin;

    ExportCommand(Session session) {
        super(session);
    }

    /** A passphrase is asked for here: a window that is open has no terminal to ask at. */
    @Override
    boolean onlyReads() {
        return !isEncrypted();
    }

    private boolean isEncrypted() {
        return encrypt || encryptStdin;
    }

    @Override
    public Integer call() throws ProblemException {
        check();
        // before anything is opened: what cannot be written need not be read
        ParcelPlace.called(output, overwrite, null).check();
        try (Services services = open()) {
            services.warnings().forEach(this::notice);
            try (Secret passphrase = isEncrypted() ? secrets().archive(encryptStdin) : Secret.owning(new byte[0])) {
                ParcelPlace place = ParcelPlace.called(output, overwrite, isEncrypted() ? passphrase : null);
                ExportOutcome outcome = stoppably(services,
                        (stoppable, cancel) -> takeAway(parcel(source(stoppable)), place, cancel));
                tell(outcome);
                return outcome.missing() > 0 || outcome.mixed() || isOfPart() ? ExitCode.PARTIAL : ExitCode.DONE;
            }
        }
    }

    private void check() {
        if (pack != null && archive) {
            throw new UsageException(texts().get("cli.mark.either", "--pack", "--archive"));
        }
        if (pack == null && !archive) {
            throw new UsageException(texts().get("cli.export.either"));
        }
        if (pack != null && !days.isUnnamed()) {
            throw new UsageException(texts().get("cli.export.pack-days"));
        }
        if (pack != null && pack.span().from().isAfter(LocalDate.now(session().clock()))) {
            throw new UsageException(texts().get("cli.export.pack-future"));
        }
        if (archive && !days.isNamed()) {
            throw new UsageException(texts().get("cli.export.archive-days"));
        }
        if (pack == null) {
            if (days.span(texts()).from().isAfter(LocalDate.now(session().clock()))) {
                throw new UsageException(texts().get("cli.export.archive-future"));
            }
        } else {
            DayRange.span(pack.span().from(), pack.span().to(), texts());
        }
        currency.code(texts());
        if (isEncrypted() && !ParcelPlace.isZip(output)) {
            throw new UsageException(texts().get("cli.export.encrypt-zip"));
        }
    }

    private ExportSource source(Services services) throws ProblemException {
        ReadTogether read = toRead(services, id);
        demandCurrency(services, read);
        return new ExportSource(services.invoices(), services.shelf(), services.changes(), read,
                currency.code(texts()));
    }

    /** One that documents are in, or what is owed. */
    private void demandCurrency(Services services, ReadTogether read) throws ProblemException {
        if (currency.code(texts()).isEmpty()) {
            return;
        }
        Set<ConnectionId> ids = read.connections().stream().map(ConnectionProfile::id)
                .collect(Collectors.toUnmodifiableSet());
        currency.demandOneOf(services.invoices(), services.shelf().subledgers(ids), texts());
    }

    private ParcelTakeaway parcel(ExportSource source) {
        if (pack != null) {
            return ParcelTakeaway.of(new PeriodPack(source, texts(), session().clock(), pack));
        }
        DayRange.Span span = days.span(texts());
        return ParcelTakeaway.of(new SealedArchive(source, texts(), session().clock(),
                new ExportSpan(span.from(), span.to())));
    }

    private void tell(ExportOutcome outcome) {
        String place = output.toAbsolutePath().toString();
        if (common.json) {
            json().object(json -> {
                JsonObjects.text(json, "output", place);
                json.writeNumberProperty("documents", outcome.documents());
                json.writeNumberProperty("missing", outcome.missing());
                json.writeBooleanProperty("mixed", outcome.mixed());
                json.writeNumberProperty("files", outcome.files());
                JsonObjects.text(json, "seal", outcome.seal());
                JsonObjects.text(json, "known_to", outcome.knownTo());
                json.writeBooleanProperty("encrypted", isEncrypted());
            });
        } else {
            say("cli.export.written", place, outcome.documents(), outcome.files());
            if (!outcome.seal().isEmpty()) {
                say("cli.export.seal", outcome.seal());
            }
        }
        if (outcome.knownTo() != null) {
            remark(texts().get("paper.readme.open-days",
                    new DateText(texts(), session().clock().getZone()).day(outcome.knownTo())));
        }
        if (outcome.missing() > 0) {
            notice(Problem.of(ProblemCode.EXPORT_SHORT, Long.toString(outcome.missing())));
        }
        if (outcome.mixed()) {
            notice(Problem.of(ProblemCode.EXPORT_MIXED));
        }
        remark(texts().get(isEncrypted() ? "cli.export.encrypted" : "paper.plain"));
        if (!isEncrypted()) {
            noticeOpen(output);
        }
    }
}
