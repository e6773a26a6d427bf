package app.loupe.ui.transfer;

import app.loupe.domain.Transfers;
import app.loupe.ui.common.FileChooserPort;
import java.util.function.Supplier;

/**
 * What the cards speak to.
 *
 * @param transfers makes files and brings them in
 * @param files asks where a file is or goes
 * @param phrases makes passphrases
 * @param reopen opens the window anew, with what was brought in
 */
public record TransferPorts(Transfers transfers, FileChooserPort files, Supplier<String> phrases, Runnable reopen) {}
