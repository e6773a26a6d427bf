package app.loupe.app.commands;

import app.loupe.domain.Folding;
import app.loupe.review.InvoiceQuery;
import app.loupe.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decides what was meant by a word that names a thing of Loupe's in another way: no slip of the fingers leads there. */
final class OtherNames {
    private static final List<String> DAYS = List.of("--from", "--to", "--as-of", "--since", "--pack");
    private static final Map<String, List<String>> OPTIONS = Map.ofEntries(Map.entry("--year", DAYS),
            Map.entry("--month", DAYS), Map.entry("--quarter", DAYS), Map.entry("--period", DAYS),
            Map.entry("--date", DAYS), Map.entry("--day", DAYS), Map.entry("--until", DAYS), Map.entry("--since", DAYS),
            Map.entry("--search", List.of("--query")), Map.entry("--filter", List.of("--query")),
            Map.entry("--status", List.of("--query")), Map.entry("--customer", List.of("--partner")),
            Map.entry("--csv", List.of("--format")), Map.entry("--xlsx", List.of("--format")),
            Map.entry("--pdf", List.of("--format")), Map.entry("--file", List.of("--output")),
            Map.entry("--force", List.of("--overwrite")));

    private OtherNames() {}

    /** Options that do what this one would; none that is not known here. */
    static List<String> ofOption(String typed, Collection<String> known) {
        return OPTIONS.getOrDefault(typed.toLowerCase(Locale.ROOT), List.of()).stream().filter(known::contains)
                .toList();
    }

    /** The search for a word that names a filter and no command. */
    static List<String> ofCommand(String typed, Texts texts) {
        String word = Folding.fold(typed);
        return InvoiceQuery.words(texts.language()).stream().filter(one -> Folding.fold(one).equals(word)).limit(1)
                .map(one -> "loupe invoices --query " + one).toList();
    }
}
