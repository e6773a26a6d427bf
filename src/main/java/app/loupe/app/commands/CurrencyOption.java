package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.Subledger;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import app.loupe.export.FilterNotes;
import app.loupe.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Decides which currency a command takes: the one of this code, in small letters or capitals; all when none is named. */
final class CurrencyOption {
    /** Odoo keeps at most three characters. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}]{1,3}");

    @Option(names = "--currency", paramLabel = "CODE")
    @Nullable
    String typed;

    /**
     * The code in capitals; empty when no currency is named.
     *
     * @throws UsageException when what was typed cannot be a code
     */
    String code(Texts texts) {
        if (typed == null) {
            return "";
        }
        String code = typed.strip();
        if (!CODE.matcher(code).matches()) {
            throw new UsageException(texts.get("cli.misuse.currency"));
        }
        return code.toUpperCase(Locale.ROOT);
    }

    /**
     * Refuses a currency that nothing is in, with those that there are; where there is nothing at all, that is no mistake.
     *
     * @throws UsageException when what was named is none of these
     */
    void demandOneOf(Collection<String> known, Texts texts) {
        String wanted = code(texts);
        if (!wanted.isEmpty() && !known.isEmpty() && known.stream().noneMatch(this::takes)) {
            throw new UsageException(texts.get("cli.currency.none",
                    String.join(", ", new TreeSet<>(known))));
        }
    }

    /** The same of what is owed, in the currency that it is owed in. */
    void demandOneOf(Map<ConnectionId, Subledger> ledgers, Texts texts) {
        if (typed != null) {
            demandOneOf(owedIn(ledgers), texts);
        }
    }

    /** The same of what is owed, as the companies booked it. */
    void demandBooked(Map<ConnectionId, Subledger> ledgers, Texts texts) {
        if (typed != null) {
            demandOneOf(ledgers.values().stream().flatMap(ledger -> ledger.companyCurrencies().stream())
                    .filter(code -> !code.isEmpty()).collect(Collectors.toUnmodifiableSet()), texts);
        }
    }

    /** The same of documents of these connections, and of what is owed. */
    void demandOneOf(InvoiceReader documents, Map<ConnectionId, Subledger> ledgers, Texts texts)
            throws ProblemException {
        demandOneOf(documents, ledgers.keySet(), owedIn(ledgers), texts);
    }

    private static Set<String> owedIn(Map<ConnectionId, Subledger> ledgers) {
        return ledgers.values().stream().flatMap(ledger -> ledger.items().stream())
                .map(item -> Ref.nameOf(item.currency())).filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Like {@link #demandOneOf(Collection, Texts)}, of documents of these connections, and of what else there is in a currency. */
    void demandOneOf(InvoiceReader documents, Set<ConnectionId> of, Collection<String> others, Texts texts)
            throws ProblemException {
        if (typed != null) {
            Set<String> known = new TreeSet<>(others);
            documents.rows(of, row -> known.add(row.amounts().currency()));
            known.remove("");
            demandOneOf(known, texts);
        }
    }

    /** Whether what is in a currency is listed. */
    boolean takes(String currency) {
        return typed == null || currency.equalsIgnoreCase(typed.strip());
    }

    /** Says in a file that only this currency is in it, and which of these days; none where nothing was left out. */
    List<String> notes(Texts texts, List<String> days) {
        return notes(texts, days, List.of());
    }

    /** The same, and what else was chosen. */
    List<String> notes(Texts texts, List<String> days, List<String> others) {
        return FilterNotes.of(texts, days, Stream.concat(others.stream(),
                FilterNotes.search(texts, "", code(texts)).stream()).toList());
    }
}
