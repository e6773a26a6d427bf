package app.loupe.sync;

import app.loupe.domain.CopyRepository;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.SourceOpener;
import app.loupe.domain.SyncJournal;

/** What a run reads from and writes to. */
public record SyncPorts(SourceOpener sources, CopyRepository copy, ProfileRepository profiles, SyncJournal journal) {}
