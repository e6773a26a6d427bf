package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Folding;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.review.RowList;
import app.loupe.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Decides of which company a command lists invoices: of the one with this name, whatever its case and accents, in all of the
 * connections that are meant; of all when none is named.
 */
final class CompanyOption {
    @Option(names = "--company", paramLabel = "NAME")
    @Nullable
    String typed;

    /** Refuses a name without a letter. */
    void check(Texts texts) {
        if (typed != null && typed.isBlank()) {
            throw new UsageException(texts.get("cli.misuse.company"));
        }
    }

    /**
     * The names of the company, which may be written in several ways; none when no company is named.
     *
     * @throws UsageException where there are invoices, and none of a company that is called so
     */
    Set<String> names(InvoiceReader reader, Set<ConnectionId> of, Texts texts) throws ProblemException {
        if (typed == null) {
            return Set.of();
        }
        Set<String> known = new TreeSet<>();
        reader.rows(of, row -> known.add(row.otherInfo().company()));
        known.remove("");
        String wanted = Folding.fold(typed.strip());
        Set<String> named = new TreeSet<>(known);
        named.removeIf(name -> !Folding.fold(name.strip()).equals(wanted));
        if (named.isEmpty() && !known.isEmpty()) {
            throw new UsageException(
                    texts.get("cli.company.none", String.join(", ", known)) + LikeNames.perhaps(typed, known, texts));
        }
        return named;
    }

    /** What it is called in a file: as it is written in the copy, in each way; as it was typed where nothing is known of it. */
    Optional<String> called(Set<String> names) {
        return Optional.ofNullable(typed)
                .map(name -> names.isEmpty() ? name.strip() : String.join(", ", names));
    }

    /** Those of the rows that are of a company with one of these names; all where none is named. */
    RowList of(Set<String> names, RowList rows) {
        return typed == null
                ? rows
                : rows.only(IntStream.range(0, rows.size())
                        .filter(i -> names.contains(rows.get(i).row().otherInfo().company())).toArray());
    }
}
