package archfixture.sync;

import archfixture.store.Rows;

/** Breaks A1. */
public class KnowsTheStore {
    /** An adapter, from the engine. */
    public Rows rows() {
        return new Rows();
    }
}
