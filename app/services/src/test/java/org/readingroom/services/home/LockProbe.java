package org.readingroom.services.home;

import java.nio.file.Path;
import org.readingroom.viewer.model.WorkstationException;

/// A process that asks for the lock of a folder: exit 0 when it got it, 3 when it is held.
public final class LockProbe {
    private LockProbe() {}

    public static void main(String[] arguments) {
        int exit;
        try {
            HomeLock.take(Path.of(arguments[0])).close();
            exit = 0;
        } catch (WorkstationException e) {
            exit = e.messageKey().equals("services.home.in-use") ? 3 : 4;
        }
        Runtime.getRuntime().halt(exit);
    }
}
