package app.loupe.app.commands;

import app.loupe.domain.Problem;
import app.loupe.domain.Severity;
import app.loupe.text.OneLine;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/** Prints each step as it is looked at, with advice where something is wrong, and keeps the worst exit code. */
final class DoctorFindings {
    private final Texts texts;
    private final ProblemWords words;
    private final PrintWriter out;
    private final boolean asJson;
    private final Set<String> good = new HashSet<>();
    private int worst = ExitCode.DONE;
    private boolean whole = true;

    DoctorFindings(Texts texts, PrintWriter out, boolean asJson) {
        this.texts = texts;
        this.words = new ProblemWords(texts);
        this.out = out;
        this.asJson = asJson;
    }

    /** A step that works; the detail is shown behind its name. */
    void good(String step, String detail) {
        good.add(step);
        if (asJson) {
            json(step, "good", detail);
        } else {
            line("✓", step, detail);
        }
    }

    /** Whether it was said of a step that it works. */
    boolean isGood(String step) {
        return good.contains(step);
    }

    /** A step that could not be looked at. */
    void skipped(String step) {
        skipped(step, texts.get("cli.doctor.skipped"));
    }

    /** The same, in words that say why. */
    void skipped(String step, String why) {
        whole = false;
        if (asJson) {
            json(step, "skipped", "");
        } else {
            line("–", step, why);
        }
    }

    /** A step that does not work, and what to do. A notice is shown and does not count. */
    void bad(String step, Problem problem) {
        boolean notice = problem.severity() == Severity.NOTICE;
        if (!notice) {
            worst = Math.max(worst, ExitCode.of(problem));
        }
        if (asJson) {
            new JsonLines(out).object(json -> {
                JsonLines.text(json, "step", step);
                JsonLines.text(json, "outcome", notice ? "notice" : "bad");
                JsonLines.problem(json, problem, words);
            });
        } else {
            line(notice ? "!" : "✗", step, words.title(problem));
            out.println("    " + words.text(problem));
            out.println("    " + words.advice(problem));
        }
    }

    /** Says whether all is well, which it does not of what was not looked at. */
    int finish() {
        if (!asJson) {
            out.println();
            String well = whole ? "cli.doctor.well" : "cli.doctor.well-so-far";
            out.println(texts.get(worst == ExitCode.DONE ? well : "cli.doctor.ill"));
        }
        out.flush();
        return worst;
    }

    private void line(String mark, String step, String detail) {
        String name = texts.get("cli.doctor." + step);
        out.println(mark + " " + name + (detail.isEmpty() ? "" : ": " + OneLine.of(detail)));
        out.flush();
    }

    private void json(String step, String outcome, String detail) {
        new JsonLines(out).object(json -> {
            JsonLines.text(json, "step", step);
            JsonLines.text(json, "outcome", outcome);
            JsonLines.text(json, "detail", detail);
        });
    }
}
