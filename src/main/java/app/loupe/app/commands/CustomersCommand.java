package app.loupe.app.commands;

import picocli.CommandLine.Command;

/** Lists customers with their balances. */
@Command(name = "customers")
final class CustomersCommand extends PartnersCommand {
    CustomersCommand(Session session) {
        super(session, false);
    }
}
