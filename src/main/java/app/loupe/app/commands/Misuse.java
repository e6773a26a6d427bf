package app.loupe.app.commands;

import app.loupe.review.TypedTime;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in words why a command line cannot be understood. Of what was typed only the names of options are repeated: all
 * else may be a password that got into the wrong place.
 */
final class Misuse {
    private static final Pattern OPTION = Pattern.compile("--[a-z]+(-[a-z]+)*|-[A-Za-z]");
    private static final Pattern LIKE_A_SECRET = Pattern.compile("--.*(pass|pw|secret|key|token|credential).*|-[pP]");

    private final ParameterException mistake;
    private final CommandLine command;
    private final Texts texts;

    Misuse(ParameterException mistake, Texts texts) {
        this.mistake = mistake;
        this.command = mistake.getCommandLine();
        this.texts = texts;
    }

    /** What is wrong. */
    String what() {
        return switch (mistake) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> missing(missing.getMissing());
            case OverwrittenOptionException twice -> texts.get("cli.misuse.twice", name(twice.getOverwritten()));
            default -> value(mistake.getArgSpec());
        };
    }

    /** What to type to learn more. */
    String help() {
        return texts.get("cli.misuse.help", qualifiedName());
    }

    private String unmatched(UnmatchedArgumentException unmatched) {
        List<String> typed = unmatched.getUnmatched();
        boolean isCommand = !command.getSubcommands().isEmpty() && !typed.getFirst().startsWith("-");
        if (isCommand) {
            // the options behind it are those of the command that was meant
            List<String> near = Nearest.of(typed.getFirst(), command.getSubcommands().keySet());
            return texts.get("cli.misuse.command", qualifiedName())
                    + perhaps(near.isEmpty() ? OtherNames.ofCommand(typed.getFirst(), texts) : near);
        }
        Optional<String> option = typed.stream().filter(word -> word.startsWith("-")).findFirst();
        if (option.isPresent()) {
            String name = option.get().replaceFirst("=.*", "");
            List<String> known = command.getCommandSpec().optionsMap().keySet().stream()
                    .filter(one -> one.startsWith("--")).toList();
            List<String> near = Nearest.of(name, known);
            return unknownOption(name, near.isEmpty() ? OtherNames.ofOption(name, known) : near);
        }
        return texts.get("cli.misuse.too-many", qualifiedName(),
                command.getCommandSpec().positionalParameters().size());
    }

    private String unknownOption(String name, List<String> suggestions) {
        boolean safe = OPTION.matcher(name).matches();
        String what = safe
                ? texts.get("cli.misuse.option", qualifiedName(), name)
                : texts.get("cli.misuse.option-unnamed", qualifiedName());
        boolean ofSubcommand = command.getSubcommands().values().stream()
                .anyMatch(child -> child.getCommandSpec().findOption(name) != null);
        if (ofSubcommand) {
            return what + " " + texts.get("cli.misuse.option-later", qualifiedName(), name);
        }
        if (safe && !LIKE_A_SECRET.matcher(name).matches() && !suggestions.isEmpty()) {
            return what + perhaps(suggestions);
        }
        boolean asksForSecret = command.getCommandSpec().findOption("--secret-stdin") != null;
        if (asksForSecret || !safe || LIKE_A_SECRET.matcher(name).matches()) {
            return what + " " + texts.get("cli.misuse.secret") + perhaps(suggestions);
        }
        return what;
    }

    private String perhaps(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : " " + texts.get("cli.misuse.perhaps", String.join(", ", suggestions));
    }

    private String missing(List<ArgSpec> missing) {
        ArgSpec first = missing.getFirst();
        if (first.isOption()) {
            return texts.get("cli.misuse.no-value", name(first), first.paramLabel());
        }
        String what = switch (Objects.toString(first.descriptionKey(), "")) {
            case "argument.partner" -> "cli.misuse.missing-partner";
            case "argument.invoice" -> "cli.misuse.missing-invoice";
            default -> "cli.misuse.missing";
        };
        return texts.get(what, qualifiedName());
    }

    private String value(ArgSpec argument) {
        String name = name(argument);
        if (argument.arity().max() == 0) {
            return texts.get("cli.misuse.flag", name) + " " + texts.get("cli.misuse.secret");
        }
        if (argument.type() == LocalDate.class) {
            return day(name);
        }
        if (argument.type().isEnum()) {
            return texts.get("cli.misuse.choice", name, Stream.of(argument.type().getEnumConstants())
                    .map(Object::toString).collect(Collectors.joining(", ")));
        }
        return switch (name) {
            case "--pack" -> texts.get("cli.misuse.pack");
            case "--data-dir" -> texts.get("cli.misuse.folder");
            default -> texts.get("cli.misuse.value", name, argument.paramLabel());
        };
    }

    /** Of what was typed only days are repeated. */
    private String day(String option) {
        List<LocalDate> meant = TypedTime.days(Objects.requireNonNullElse(mistake.getValue(), ""));
        if (meant.size() < 2) {
            return texts.get("cli.misuse.day", option);
        }
        var dates = new DateText(texts, ZoneOffset.UTC);
        LocalDate one = meant.getFirst();
        LocalDate other = meant.getLast();
        return texts.get("cli.misuse.two-days", option, dates.day(one), dates.day(other), one.toString(),
                other.toString());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private String qualifiedName() {
        return command.getCommandSpec().qualifiedName();
    }
}
