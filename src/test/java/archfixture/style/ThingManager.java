package archfixture.style;

/** Breaks the rule on names. */
public class ThingManager {}
