package app.loupe.text;

import app.loupe.domain.MoveState;

/** Says the number of a document; of one without a number whether it is a draft or was cancelled before it had one. */
public final class DocumentNumber {
    private DocumentNumber() {}

    /** The number, or a word in its place. */
    public static String of(String number, MoveState state, Texts texts) {
        return number.isEmpty() ? inPlace(state, texts) : number;
    }

    /** The same where a type stands before it, as in a title: the word in parentheses. */
    public static String inTitle(String number, MoveState state, Texts texts) {
        return number.isEmpty() ? "(" + inPlace(state, texts) + ")" : number;
    }

    private static String inPlace(MoveState state, Texts texts) {
        return texts.get(state == MoveState.CANCELLED ? "invoices.status.cancelled" : "invoices.number.draft");
    }
}
