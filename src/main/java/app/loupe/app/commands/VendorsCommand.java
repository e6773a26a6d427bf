package app.loupe.app.commands;

import picocli.CommandLine.Command;

/** Lists vendors with their balances. */
@Command(name = "vendors")
final class VendorsCommand extends PartnersCommand {
    VendorsCommand(Session session) {
        super(session, true);
    }
}
