package app.loupe.app.commands;

import app.loupe.domain.Folding;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.Token;
import app.loupe.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was mistyped in a search that has found nothing. */
final class SearchSlip {
    private SearchSlip() {}

    /** A sentence about the first such word, in English or the language of the texts; empty when there is none. */
    static Optional<String> in(String query, Texts texts) {
        Map<String, String> words = InvoiceQuery.words(texts.language()).stream()
                .collect(Collectors.toMap(Folding::fold, word -> word, (one, other) -> one));
        return Stream.of(query.strip().split("\\s+")).filter(SearchSlip::isText).map(typed -> {
            List<String> near = Nearest.ofOneSlip(Folding.fold(typed), words.keySet());
            return near.isEmpty()
                    ? ""
                    : texts.get("cli.search.slip", typed) + " " + texts.get("cli.misuse.perhaps",
                            near.stream().map(words::get).collect(Collectors.joining(", ")));
        }).filter(sentence -> !sentence.isEmpty()).findFirst();
    }

    /** Whether a word is read as text and as nothing else, and was not put in quotation marks to be read so. */
    private static boolean isText(String typed) {
        return !typed.contains("\"") && InvoiceQuery.typed(typed, Set.of()).tokens().stream()
                .allMatch(token -> token.kind() == Token.Kind.TEXT);
    }
}
