package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers;
import app.loupe.domain.Transfers.Brought;
import app.loupe.domain.Transfers.Made;
import app.loupe.export.ExportFile;
import app.loupe.export.JsonObjects;
import app.loupe.transfer.TransferFile;
import app.loupe.vault.PhraseMaker;
import app.loupe.vault.TransferKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/**
 * Makes a transfer file for another computer, or brings one in, also where nothing of Loupe is yet. Needs no network. The
 * passphrase of a new file is told once, on standard error: what is told on standard output may go to a file.
 */
@Command(name = "transfer")
final class TransferCommand extends LoupeCommand {
    private static final String STEP = "transfer";

    @Option(names = "--output", paramLabel = "FILE")
    @Nullable
    Path output;

    @Option(names = "--overwrite")
    boolean overwrite;

    @Option(names = "--input", paramLabel = "FILE")
    @Nullable
    Path input;

    @Option(names = "--phrase-stdin")
    boolean phraseStdin;

    TransferCommand(Session session) {
        super(session);
    }

    @Override
    boolean keeps() {
        return input != null;
    }

    @Override
    boolean begins() {
        return input != null;
    }

    @Override
    public Integer call() throws ProblemException {
        Path made = output;
        Path brought = input;
        if (made != null && brought == null && !phraseStdin) {
            return make(made);
        }
        if (brought != null && made == null && !overwrite) {
            return bring(brought);
        }
        throw new UsageException(texts().get("cli.transfer.either"));
    }

    private int make(Path file) throws ProblemException {
        // before anything is opened: what cannot be written need not be read
        new ExportFile(file, overwrite).check();
        try (Services services = open()) {
            services.warnings().forEach(this::notice);
            String phrase = new PhraseMaker(new SecureRandom()).phrase();
            Made made = make(services, file, phrase);
            tell(file, made, phrase);
            return made.withoutPassword() + made.left().size() > 0 ? ExitCode.PARTIAL : ExitCode.DONE;
        }
    }

    private Made make(Services services, Path file, String phrase) throws ProblemException {
        try (Secret passphrase = Secret.ofChars(phrase); var bar = new ProgressBar(this)) {
            return stoppably(services, (stoppable, cancel) -> stoppable.transfers().make(file, overwrite, passphrase,
                    cancel, (done, of) -> bar.at(STEP, done, of)));
        }
    }

    private void tell(Path file, Made made, String phrase) {
        String place = file.toAbsolutePath().toString();
        if (common.json) {
            json().object(json -> {
                JsonObjects.text(json, "output", place);
                json.writeNumberProperty("connections", made.connections());
                json.writeNumberProperty("without_password", made.withoutPassword());
                json.writeNumberProperty("left_out", made.left().size());
                counts(json, made.owned());
            });
        } else {
            say("cli.transfer.made", place, made.connections(), made.owned().notes(), made.owned().changes());
        }
        notice(Problem.of(ProblemCode.TRANSFER_PHRASE, phrase));
        if (made.withoutPassword() > 0) {
            remark(texts().get("cli.transfer.without-password", made.withoutPassword()));
        }
        if (!made.left().isEmpty()) {
            remark(texts().get("cli.transfer.left", made.left().size(), String.join(", ", made.left())));
        }
    }

    private static void counts(JsonGenerator json, Transfers.Owned owned) {
        json.writeNumberProperty("notes", owned.notes());
        json.writeNumberProperty("changes", owned.changes());
    }

    private int bring(Path file) throws ProblemException {
        TransferFile.demandOne(file);
        if (session().isFree()) {
            return begin(file);
        }
        try (Services services = open(); Secret phrase = secrets().transfer(phraseStdin)) {
            noticeOnce(services);
            return bring(services, file, phrase);
        }
    }

    /** Where nothing is, nothing is made until the file has opened. */
    private int begin(Path file) throws ProblemException {
        try (ChosenPassphrase chosen = session().choose(secrets()); Secret phrase = secrets().transfer(phraseStdin)) {
            TransferFile.open(file, TransferKey::of, phrase, new CancelToken()).close();
            try (Services services = session().begin(chosen)) {
                return bring(services, file, phrase);
            }
        }
    }

    private int bring(Services services, Path file, Secret phrase) throws ProblemException {
        Brought brought;
        try (var bar = new ProgressBar(this)) {
            brought = stoppably(services, (stoppable, cancel) -> stoppable.transfers().bring(file, phrase, cancel,
                    (done, of) -> bar.at(STEP, done, of)));
        }
        tell(brought);
        return brought.withoutPassword() + brought.filtersLeft() > 0 ? ExitCode.PARTIAL : ExitCode.DONE;
    }

    private static void written(JsonGenerator json, ConnectionDetails added) {
        json.writeStartObject();
        JsonObjects.text(json, "name", added.name());
        JsonObjects.text(json, "url", added.endpoint().address().url());
        JsonObjects.text(json, "database", added.endpoint().database());
        json.writeEndObject();
    }

    private void tell(Brought brought) {
        if (common.json) {
            json().object(json -> {
                json.writeNumberProperty("added", brought.added().size());
                json.writeArrayPropertyStart("new");
                brought.added().forEach(one -> written(json, one));
                json.writeEndArray();
                json.writeNumberProperty("there", brought.there());
                json.writeNumberProperty("without_password", brought.withoutPassword());
                json.writeNumberProperty("filters_left_out", brought.filtersLeft());
                counts(json, brought.owned());
            });
            return;
        }
        say("cli.transfer.brought", brought.added().size(), brought.there(), brought.owned().notes(),
                brought.owned().changes());
        for (ConnectionDetails one : brought.added()) {
            say("cli.transfer.new", one.name(), one.endpoint().address().url(), one.endpoint().database());
        }
        if (brought.withoutPassword() > 0) {
            remark(texts().get("cli.transfer.type-password", brought.withoutPassword()));
        }
        if (brought.filtersLeft() > 0) {
            remark(texts().get("cli.transfer.filters-left", brought.filtersLeft()));
        }
        if (!brought.added().isEmpty()) {
            remark(texts().get("cli.transfer.sync"));
        }
    }
}
