package archfixture.store;

/** Stands for an adapter. */
public class Rows {}
