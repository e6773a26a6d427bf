package app.loupe.app;

import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.SecurityChecks;
import app.loupe.settings.SettingsFile;
import app.loupe.ui.settings.UpdatesViewModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names, beside the servers that were called, the one that is asked for updates, while the owner has that switched on: it is
 * in no log of requests.
 */
final class ToldUpdates implements SecurityChecks {
    private final SecurityChecks checks;
    private final SettingsFile settings;
    private final Optional<String> host;

    /** @param host who is asked; empty where this build asks nobody */
    ToldUpdates(SecurityChecks checks, SettingsFile settings, Optional<String> host) {
        this.checks = checks;
        this.settings = settings;
        this.host = host;
    }

    @Override
    public List<SecurityCheck> run() throws ProblemException {
        List<SecurityCheck> found = checks.run();
        return host.flatMap(this::line).map(line -> found.stream().map(check -> told(check, line)).toList())
                .orElse(found);
    }

    private Optional<String> line(String asked) {
        Map<String, String> chosen = settings.read();
        return "true".equals(chosen.get(UpdatesViewModel.ON))
                ? Optional.of("updates: " + asked + " TLS, last asked "
                        + chosen.getOrDefault(UpdatesViewModel.ASKED, "never"))
                : Optional.empty();
    }

    private static SecurityCheck told(SecurityCheck check, String line) {
        return check.promise() == Promise.ONLY_TLS
                ? new SecurityCheck(check.promise(), check.outcome(), check.parameters(),
                        Stream.concat(check.detail().stream(), Stream.of(line)).toList())
                : check;
    }
}
