package app.loupe.vault;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** Shows a question of the Secret Service to the owner. Public because the bus library builds a proxy of it. */
@DBusInterfaceName("org.freedesktop.Secret.Prompt")
public interface PromptCall extends DBusInterface {
    /**
     * Shows it; the answer comes as a signal.
     *
     * @param windowId platform id of the window it belongs to; empty for none
     */
    @DBusMemberName("Prompt")
    void show(String windowId);
}
