package archfixture.style;

/** Breaks A9, and A11 by having no null contract. */
public class Prints {
    /** Prints. */
    public void out() {
        System.out.println("fixture");
    }

    /** Prints a stack. */
    public void trace(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
