package app.loupe.review;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Answers a question about days, asking only once for days that come again and again; one thread. */
final class DayMemory {
    private static final int PLACES = 1 << 12;

    private final IntPredicate question;
    private final int[] days = new int[PLACES];
    private final boolean[] answers = new boolean[PLACES];

    DayMemory(IntPredicate question) {
        this.question = question;
        // a day that belongs to the next place: none is known yet
        Arrays.setAll(days, place -> place + 1);
    }

    /** The answer for a day, by its days since 1970, or {@link Sheet#NO_DAY}. */
    boolean test(int day) {
        int place = day & (PLACES - 1);
        if (days[place] != day) {
            days[place] = day;
            answers[place] = question.test(day);
        }
        return answers[place];
    }
}
