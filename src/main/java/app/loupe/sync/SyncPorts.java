package app.loupe.sync;

import app.loupe.domain.CopyRepository;
import app.loupe.domain.Examination;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.SourceOpener;
import app.loupe.domain.SyncJournal;

/**
 * What a run reads from and writes to.
 *
 * @param examination before a comparison, which trusts what was noted when a record was stored
 */
public record SyncPorts(SourceOpener sources, CopyRepository copy, ProfileRepository profiles, SyncJournal journal,
        Examination examination) {}
