package app.loupe.store;

/** Key of one request: its place within a run. */
record RequestId(String connectionId, int runNumber, int position) {}
