package archfixture.ui.beta;

/** Stands for another feature. */
public class BetaView {}
