package archfixture.vault;

/** Stands for an adapter. */
public class Keys {}
