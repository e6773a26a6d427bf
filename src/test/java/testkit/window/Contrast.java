package testkit.window;

/** Contrast of two colours after WCAG 2.2, from 1 (the same) to 21. */
public final class Contrast {
    private static final double[] WEIGHTS = {0.2126, 0.7152, 0.0722};

    private Contrast() {}

    /** The contrast of two colours, each as 0xRRGGBB; what stands above that is not looked at. */
    public static double of(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        double sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            double part = ((colour >> (16 - 8 * i)) & 0xff) / 255.0;
            sum += WEIGHTS[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
