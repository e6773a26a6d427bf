package app.loupe.vault;

import app.loupe.domain.Secret;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Makes a passphrase to offer: six words of five letters that can be spoken ("tokar bilun ..."), each drawn from 68,600
 * (consonant, vowel, consonant, vowel, consonant), which makes 96 bits. The words deliberately mean nothing in any
 * language, so that no list has to be shipped or trusted.
 */
public final class PhraseMaker {
    /** Words in a phrase. */
    static final int WORDS = 6;

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int LETTERS = 5;

    private final SecureRandom random;

    /** Draws from this source. */
    public PhraseMaker(SecureRandom random) {
        this.random = random;
    }

    /**
     * A phrase as it was made, of one that a person typed or copied: letters without capitals, and one blank for all that stands
     * between two words. The caller closes both.
     */
    static Secret asMade(Secret typed) {
        byte[] from = typed.bytes();
        byte[] kept = new byte[from.length];
        int length = 0;
        for (byte one : from) {
            int small = one >= 'A' && one <= 'Z' ? one + 'a' - 'A' : one;
            if (small >= 'a' && small <= 'z') {
                kept[length++] = (byte) small;
            } else if (length > 0 && kept[length - 1] != ' ') {
                kept[length++] = ' ';
            }
        }
        if (length > 0 && kept[length - 1] == ' ') {
            length--;
        }
        try {
            return Secret.owning(Arrays.copyOf(kept, length));
        } finally {
            Arrays.fill(kept, (byte) 0);
        }
    }

    /** log2 of how many phrases there are. */
    static double bits() {
        double perWord = Math.pow(CONSONANTS.length(), 3) * Math.pow(VOWELS.length(), 2);
        return WORDS * Math.log(perWord) / Math.log(2);
    }

    /** A new phrase. */
    public String phrase() {
        var phrase = new StringBuilder(WORDS * (LETTERS + 1));
        for (int word = 0; word < WORDS; word++) {
            phrase.append(word == 0 ? "" : " ");
            for (int letter = 0; letter < LETTERS; letter++) {
                String alphabet = letter % 2 == 0 ? CONSONANTS : VOWELS;
                phrase.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return phrase.toString();
    }
}
