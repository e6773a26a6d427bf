package app.loupe.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the owner writes to an invoice. It changes nothing else that is written there, and neither does undoing
 * it.
 */
public sealed interface MarkAct {
    /** The mark afterwards. */
    InvoiceMark on(InvoiceMark mark);

    /** The act that undoes it when the mark was {@code before}. */
    MarkAct undoing(InvoiceMark before);

    /** Flags it, or takes the flag away. */
    record Flag(boolean flagged) implements MarkAct {
        @Override
        public InvoiceMark on(InvoiceMark mark) {
            return mark.withFlag(flagged);
        }

        @Override
        public MarkAct undoing(InvoiceMark before) {
            return new Flag(before.flagged());
        }
    }

    /** Writes the private note anew; an empty one takes it away. */
    record Note(String text) implements MarkAct {
        @Override
        public InvoiceMark on(InvoiceMark mark) {
            return mark.withNote(text);
        }

        @Override
        public MarkAct undoing(InvoiceMark before) {
            return new Note(before.note());
        }
    }

    /** Notes that it was reviewed; null takes that back. */
    record Review(InvoiceMark.@Nullable Review review) implements MarkAct {
        @Override
        public InvoiceMark on(InvoiceMark mark) {
            return mark.withReview(review);
        }

        @Override
        public MarkAct undoing(InvoiceMark before) {
            return new Review(before.review());
        }
    }

    /** Notes that it was reviewed on a day; this ends a reminder that was due by then, and one that is still to come stays. */
    record ReviewOn(InvoiceMark.Review review, LocalDate day) implements MarkAct {
        private boolean endsReminderOf(InvoiceMark mark) {
            LocalDate reminder = mark.remindOn();
            return reminder != null && !reminder.isAfter(day);
        }

        @Override
        public InvoiceMark on(InvoiceMark mark) {
            InvoiceMark reviewed = mark.withReview(review);
            return endsReminderOf(mark) ? reviewed.withReminder(null) : reviewed;
        }

        @Override
        public MarkAct undoing(InvoiceMark before) {
            return endsReminderOf(before)
                    ? new Restore(before.review(), before.remindOn())
                    : new Review(before.review());
        }
    }

    /** Puts back a review and a reminder that were changed together; null for none. */
    record Restore(InvoiceMark.@Nullable Review review, @Nullable LocalDate day) implements MarkAct {
        @Override
        public InvoiceMark on(InvoiceMark mark) {
            return mark.withReview(review).withReminder(day);
        }

        @Override
        public MarkAct undoing(InvoiceMark before) {
            return new Restore(before.review(), before.remindOn());
        }
    }

    /** Asks to be reminded on a day; null for no longer. */
    record Remind(@Nullable LocalDate day) implements MarkAct {
        @Override
        public InvoiceMark on(InvoiceMark mark) {
            return mark.withReminder(day);
        }

        @Override
        public MarkAct undoing(InvoiceMark before) {
            return new Remind(before.remindOn());
        }
    }

    /** Notes that the owner has looked at it. */
    record Open(boolean opened) implements MarkAct {
        @Override
        public InvoiceMark on(InvoiceMark mark) {
            return mark.withOpened(opened);
        }

        @Override
        public MarkAct undoing(InvoiceMark before) {
            return new Open(before.opened());
        }
    }

    /** Does several acts, one after the other, as one act. */
    record Together(List<MarkAct> acts) implements MarkAct {
        /** Copies the list. */
        public Together {
            acts = List.copyOf(acts);
        }

        @Override
        public InvoiceMark on(InvoiceMark mark) {
            InvoiceMark after = mark;
            for (MarkAct act : acts) {
                after = act.on(after);
            }
            return after;
        }

        @Override
        public MarkAct undoing(InvoiceMark before) {
            var undoing = new ArrayList<MarkAct>();
            InvoiceMark mark = before;
            for (MarkAct act : acts) {
                undoing.addFirst(act.undoing(mark));
                mark = act.on(mark);
            }
            return new Together(undoing);
        }
    }
}
