package app.loupe.app.commands;

import app.loupe.domain.Folding;
import app.loupe.text.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names those whose name, or a word of it, is nearest to one that nobody has. */
final class LikeNames {
    private static final int MOST = 3;

    private LikeNames() {}

    /** A sentence with a blank before it; empty where nobody has a name like it. */
    static String perhaps(String typed, Collection<String> names, Texts texts) {
        Map<String, Set<String>> byWord = new LinkedHashMap<>();
        for (String name : names) {
            String folded = Folding.fold(name);
            Stream.concat(Stream.of(folded), Stream.of(folded.split("[^\\p{L}\\p{N}]+")))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> byWord.computeIfAbsent(word, any -> new LinkedHashSet<>()).add(name));
        }
        String like = Nearest.of(Folding.fold(typed.strip()), byWord.keySet()).stream()
                .flatMap(word -> byWord.getOrDefault(word, Set.of()).stream()).distinct().limit(MOST)
                .collect(Collectors.joining(", "));
        return like.isEmpty() ? "" : " " + texts.get("cli.misuse.perhaps", like);
    }
}
