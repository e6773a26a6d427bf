package archfixture.vault;

/** Breaks S42. */
public class KeepsAPassword {
    private final char[] password;

    /** Bare characters that nobody wipes. */
    public KeepsAPassword(char[] password) {
        this.password = password.clone();
    }

    /** Its length. */
    public int length() {
        return password.length;
    }
}
