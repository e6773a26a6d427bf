package app.loupe.app;

import app.loupe.domain.CopyRepository;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.DraggedFiles;
import app.loupe.domain.OdooGateway;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.VaultRepository;

/** What {@link ConnectionDesk} works with. */
public record DeskPorts(VaultRepository rows, CredentialVault vault, ProfileRepository profiles, CopyRepository copy,
        OdooGateway gateway, OwnerBook book, DraggedFiles dragged) {}
