package app.loupe.updates;

import java.net.URI;
import java.time.LocalDate;

/** What a release announces of itself. */
record Manifest(ReleaseNumber version, LocalDate released, URI page) {}
