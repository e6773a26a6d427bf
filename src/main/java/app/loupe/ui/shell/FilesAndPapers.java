package app.loupe.ui.shell;

import app.loupe.ui.export.ExportPorts;
import app.loupe.ui.paper.PaperDesk;
import app.loupe.ui.transfer.TransferPorts;

/**
 * What makes files of what screens show, and papers, which are looked at and printed.
 *
 * @param moves makes files for another computer, and brings them in
 */
public record FilesAndPapers(ExportPorts files, PaperDesk papers, TransferPorts moves) {}
