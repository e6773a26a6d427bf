package app.loupe.ui.shell;

import app.loupe.ui.export.ExportPorts;
import app.loupe.ui.paper.PaperDesk;

/** What makes files of what screens show, and papers, which are looked at and printed. */
public record FilesAndPapers(ExportPorts files, PaperDesk papers) {}
