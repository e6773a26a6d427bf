package app.loupe.vault;

import app.loupe.domain.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Decides whether a chosen passphrase can stand against guessing on another computer. The estimate is on the low side: a
 * word counts as a word, not as its letters; repeated pieces, runs like {@code 1234} and {@code qwer}, and the commonest
 * passwords count next to nothing. Works on characters that it wipes, never on a text that stays in memory.
 */
public final class PassphraseStrength {
    /** A passphrase of fewer characters is always refused. */
    static final int MIN_CHARACTERS = 12;

    /** At a quarter of a second a guess, a thousand computers need about 9,000 years for half of these. */
    static final double MIN_BITS = 50;

    private static final double BITS_PER_WORD = 13;
    private static final int LETTERS_PER_WORD = 6;
    private static final double BITS_PER_LETTER = 4.7;
    private static final double BITS_PER_DIGIT = 3.3;
    private static final double BITS_PER_SIGN = 4;
    private static final double BITS_PER_KNOWN_PIECE = 2;

    private static final List<String> ROWS = List.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop",
            "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn7ujm");
    private static final List<String> COMMON = List.of("password", "passwort", "passw0rd", "p@ssword", "p@ssw0rd",
            "passphrase", "iloveyou", "letmein", "welcome", "princess", "sunshine", "football", "baseball", "superman",
            "batman", "monkey", "dragon", "master", "shadow", "trustno", "starwars", "whatever", "michael", "jordan",
            "admin", "administrator", "secret", "changeme", "default", "computer", "internet", "login", "loupe",
            "odoo", "invoice", "invoices", "hello", "freedom", "summer", "winter", "spring", "autumn", "correct",
            "horse", "battery", "staple", "test", "user", "root", "guest", "google", "facebook", "company");

    /** Fewer characters do not protect an archive: the format of a ZIP slows guessing little. */
    public static final int MIN_CHARACTERS_OF_ARCHIVE = 20;

    private PassphraseStrength() {}

    /**
     * Whether the passphrase protects an archive that others may try to guess at leisure: longer than the vault's own, and
     * only of characters that every program encodes alike.
     */
    public static boolean sufficesForArchive(Secret passphrase) {
        boolean plain = true;
        for (byte letter : passphrase.bytes()) {
            plain &= letter >= ' ' && letter <= '~';
        }
        return plain && passphrase.length() >= MIN_CHARACTERS_OF_ARCHIVE && suffices(passphrase);
    }

    /**
     * Whether a passphrase is long enough and still too weak, because most of it is among what attackers try first, or
     * repeats itself.
     */
    public static boolean isKnown(Secret passphrase) {
        return passphrase.length() >= MIN_CHARACTERS_OF_ARCHIVE
                && judged(passphrase, chars -> bits(chars) < MIN_BITS && knownLetters(chars) * 2 >= chars.length);
    }

    /** Whether the passphrase is long and unlikely enough. */
    public static boolean suffices(Secret passphrase) {
        return judged(passphrase, chars -> chars.length >= MIN_CHARACTERS && bits(chars) >= MIN_BITS);
    }

    private static boolean judged(Secret passphrase, Predicate<char[]> judge) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(passphrase.bytes()));
        char[] chars = new char[decoded.remaining()];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        try {
            for (int i = 0; i < chars.length; i++) {
                chars[i] = Character.toLowerCase(chars[i]);
            }
            return judge.test(chars);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static int knownLetters(char[] chars) {
        int known = 0;
        int at = 0;
        while (at < chars.length) {
            int piece = knownPiece(chars, at);
            int length = piece > 0 ? piece : pieceLength(chars, at);
            known += piece > 0 || (length > 1 && occursBefore(chars, at, length)) ? length : 0;
            at += length;
        }
        return known;
    }

    private static double bits(char[] chars) {
        double bits = 0;
        int at = 0;
        while (at < chars.length) {
            int known = knownPiece(chars, at);
            int length = known > 0 ? known : pieceLength(chars, at);
            boolean saidBefore = length > 1 && occursBefore(chars, at, length);
            bits += known > 0 || saidBefore ? BITS_PER_KNOWN_PIECE : fresh(chars, at, length);
            at += length;
        }
        return bits;
    }

    private static double fresh(char[] chars, int at, int length) {
        if (Character.isLetter(chars[at])) {
            int words = (length + LETTERS_PER_WORD - 1) / LETTERS_PER_WORD;
            return Math.min(BITS_PER_LETTER * distinct(chars, at, length), BITS_PER_WORD * words);
        }
        if (Character.isDigit(chars[at])) {
            return BITS_PER_DIGIT;
        }
        return Character.isWhitespace(chars[at]) ? 1 : BITS_PER_SIGN;
    }

    /** The length of the piece that begins here: letters up to the next known piece, or one other character. */
    private static int pieceLength(char[] chars, int at) {
        int end = at + 1;
        while (Character.isLetter(chars[at]) && end < chars.length && Character.isLetter(chars[end])
                && knownPiece(chars, end) == 0) {
            end++;
        }
        return end - at;
    }

    /** The length of a common password, keyboard run or repeated character that begins here; 0 for none. */
    private static int knownPiece(char[] chars, int at) {
        int longest = 0;
        for (String common : COMMON) {
            longest = Math.max(longest, startsWith(chars, at, common) ? common.length() : 0);
        }
        for (String row : ROWS) {
            longest = Math.max(longest, runLength(chars, at, row, 1));
            longest = Math.max(longest, runLength(chars, at, row, -1));
        }
        int same = 1;
        while (at + same < chars.length && chars[at + same] == chars[at]) {
            same++;
        }
        longest = Math.max(longest, same);
        longest = Math.max(longest, repeatLength(chars, at));
        return longest >= 3 ? longest : 0;
    }

    private static int runLength(char[] chars, int at, String row, int step) {
        int place = row.indexOf(chars[at]);
        int length = 0;
        while (place >= 0 && place < row.length() && at + length < chars.length
                && chars[at + length] == row.charAt(place)) {
            length++;
            place += step;
        }
        return length >= 4 ? length : 0;
    }

    /**
     * The length of the longest piece of four characters or more that begins here and also stands earlier in the
     * passphrase.
     */
    private static int repeatLength(char[] chars, int at) {
        int longest = 0;
        for (int start = 0; start < at; start++) {
            int length = 0;
            while (start + length < at && at + length < chars.length && chars[start + length] == chars[at + length]) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest >= 4 ? longest : 0;
    }

    private static int distinct(char[] chars, int at, int length) {
        return (int) IntStream.range(at, at + length).map(i -> chars[i]).distinct().count();
    }

    private static boolean startsWith(char[] chars, int at, String word) {
        if (at + word.length() > chars.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean occursBefore(char[] chars, int at, int length) {
        for (int start = 0; start + length <= at; start++) {
            if (Arrays.equals(chars, start, start + length, chars, at, at + length)) {
                return true;
            }
        }
        return false;
    }
}
