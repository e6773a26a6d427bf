package app.loupe.app.commands;

import app.loupe.domain.Ref;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A command that lists what the store holds of one connection or of all, for the terminal or as a file. */
abstract class FileCommand extends OutputCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "argument.id")
    @Nullable
    String id;

    FileCommand(Session session) {
        super(session);
    }

    /**
     * Says, to people, that none of these is who was typed, and whose name is like it; nothing where one is, or nobody was
     * typed. Letters that are in no name are a search that finds nothing.
     *
     * @throws UsageException where an id was typed that none of them has: that is a mistake
     */
    final void tellUnlike(String typed, Stream<@Nullable Ref> known) {
        List<Ref> named = known.flatMap(Stream::ofNullable).distinct().toList();
        var selection = new AgedSelection(typed, named.stream());
        if (typed.isBlank() || named.stream().anyMatch(selection::takes)) {
            return;
        }
        String nobody = texts().get("cli.partners.unlike", typed.strip());
        if (selection.isId()) {
            throw new UsageException(nobody);
        }
        remark(nobody + LikeNames.perhaps(typed, named.stream().map(Ref::name).toList(), texts()));
    }
}
