package archfixture.style;

/** Breaks the rule on constructors. */
public class WideConstructor {
    private final int sum;

    /** Seven. */
    public WideConstructor(int a, int b, int c, int d, int e, int f, int g) {
        sum = a + b + c + d + e + f + g;
    }

    /** Their sum. */
    public int sum() {
        return sum;
    }
}
