package app.loupe.app.commands;

import app.loupe.domain.EnumKey;
import app.loupe.review.SearchExample;
import app.loupe.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import picocli.CommandLine;

/** Puts the words of the search below the help of a command: the same examples, in the same words, as in the window. */
final class SearchExamples {
    private static final String INDENT = "  ";

    private final Texts texts;

    SearchExamples(Texts texts) {
        this.texts = texts;
    }

    /** The command with this help. */
    CommandLine below(LoupeCommand command) {
        int width = Arrays.stream(SearchExample.values()).mapToInt(example -> typed(example).length()).max().orElse(0);
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(texts.get("cli.search.words"));
        for (SearchExample example : SearchExample.values()) {
            String typed = typed(example);
            lines.add(INDENT + typed + " ".repeat(width - typed.length()) + INDENT
                    + texts.get("invoices.search.meaning." + EnumKey.of(example)));
        }
        var line = new CommandLine(command);
        // a per cent sign would begin a placeholder of picocli
        line.getCommandSpec().usageMessage()
                .footer(lines.stream().map(text -> text.replace("%", "%%")).toArray(String[]::new));
        return line;
    }

    private String typed(SearchExample example) {
        return texts.get("invoices.search.example." + EnumKey.of(example));
    }
}
