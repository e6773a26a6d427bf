package app.loupe.export;

import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what a pack or an archive says about itself, and how it is checked without Loupe. */
final class Readme {
    /** What the file is called. */
    static final String NAME = "README.txt";

    /**
     * Checks every file and the chain; any Python from 3.8 on runs it, on every system. What Finder and Explorer leave in
     * each folder that they show is nobody's addition.
     */
    private static final String SCRIPT = """
            import hashlib, os, sys
            value = "0" * 64
            left = {os.path.relpath(os.path.join(at, name), ".").replace(os.sep, "/")
                    for at, folders, names in os.walk(".") for name in names
                    if name not in (".DS_Store", "Thumbs.db", "desktop.ini") and not name.startswith("._")}
            left -= {"CHAIN.txt", "%s", os.path.basename(sys.argv[0])}
            for line in open("CHAIN.txt", encoding="utf-8", newline="\\n"):
                chained, entry = line.rstrip("\\n").split(" ", 1)
                digest, name = entry.split("  ", 1)
                sha = hashlib.sha256()
                left.discard(name)
                with open(name, "rb") as file:
                    for piece in iter(lambda: file.read(1 << 20), b""):
                        sha.update(piece)
                if sha.hexdigest() != digest:
                    sys.exit("changed: " + name)
                value = hashlib.sha256((value + entry).encode("utf-8")).hexdigest()
                if value != chained:
                    sys.exit("the chain is broken at: " + name)
            print(value)
            if left:
                sys.exit("added: " + ", ".join(sorted(left)))""".formatted(SealedParcel.LIST);

    /** Says the same as sha256sum, by what every Windows has; it compares letters of any case. */
    private static final String POWERSHELL = """
            Get-Content %s -Encoding UTF8 | ForEach-Object {
                $sum, $name = $_ -split '  ', 2
                if ((Get-FileHash -LiteralPath $name).Hash -eq $sum) { $name + ': OK' } else { $name + ': FAILED' }
            }""".formatted(SealedParcel.LIST);

    private final Texts texts;

    Readme(Texts texts) {
        this.texts = texts;
    }

    /**
     * Of a pack, which is as of this day, and holds taxes or says why it does not.
     *
     * @param sheets what the sheet is called that is in the file of this name, too
     * @param told lists whose notes are told, by their files: their CSV has none
     * @param mixed whether the copy changed while the files were made
     */
    ExportFile.Content pack(PackPeriod period, LocalDate day, List<String> notes, Map<String, String> sheets,
            Map<String, Report> told, boolean mixed) {
        var lines = new ArrayList<String>();
        lines.add(texts.get("paper.readme." + period.key(), period.toString()));
        lines.addAll(notes);
        lines.addAll(List.of("", texts.get("paper.readme.pack-holds"), ""));
        sheets.forEach((file, sheet) -> lines.add("    " + texts.get("paper.readme.pack-file", file + PeriodPack.CSV,
                sheet, texts.get("paper.readme.pack-file." + file))));
        lines.addAll(List.of("", texts.get("paper.readme.pack-rule"),
                "", texts.get("paper.readme.pack-day", new DateText(texts, ZoneOffset.UTC).day(day))));
        if (!sheets.containsKey(PeriodPack.TAXES)) {
            lines.addAll(List.of("", texts.get("paper.readme.no-taxes")));
        }
        lines.add("");
        tell(lines, told, notes);
        return ended(lines, mixed);
    }

    /** Of an archive; the same. */
    ExportFile.Content archive(ExportSpan span, List<String> notes, Map<String, Report> told, boolean mixed) {
        var lines = new ArrayList<String>();
        lines.add(texts.get("paper.readme.archive", span.from().toString(), span.to().toString()));
        lines.addAll(notes);
        lines.addAll(List.of("", texts.get("paper.readme.archive-holds"), "", texts.get("paper.readme.archive-rule"),
                ""));
        tell(lines, told, notes);
        lines.addAll(List.of(texts.get("paper.readme.chain"), "", texts.get("paper.readme.script"), ""));
        // without a margin, which Python would refuse in the file that they are copied to
        SCRIPT.lines().forEach(lines::add);
        lines.add("");
        return ended(lines, mixed);
    }

    /** What a list says of itself and the head does not; the mark stands in no CSV. */
    private void tell(List<String> lines, Map<String, Report> told, List<String> head) {
        told.forEach((file, report) -> {
            List<String> own = report.without(head).without(List.of(AgedReports.marked(texts))).notes();
            if (!own.isEmpty()) {
                lines.add(file + PeriodPack.CSV);
                own.forEach(note -> lines.add("    " + note));
                lines.add("");
            }
        });
    }

    private ExportFile.Content ended(List<String> lines, boolean mixed) {
        if (mixed) {
            lines.addAll(List.of(texts.get("paper.mixed"), ""));
        }
        lines.addAll(List.of(texts.get("paper.readme.check"), "", "    sha256sum -c " + SealedParcel.LIST, "",
                texts.get("paper.readme.check-windows"), ""));
        POWERSHELL.lines().forEach(line -> lines.add("    " + line));
        lines.addAll(List.of("", texts.get("paper.plain")));
        return SealedParcel.lines(lines);
    }
}
