package app.loupe.app.commands;

import app.loupe.domain.ServerTests;

/** The way to servers where nothing is open; closing it ends the way. */
public interface Servers extends ServerTests, AutoCloseable {
    @Override
    void close();
}
