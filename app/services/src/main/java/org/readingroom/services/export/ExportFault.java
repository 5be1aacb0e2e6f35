package org.readingroom.services.export;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.readingroom.services.store.StoreException;
import org.readingroom.viewer.model.WorkstationException;

/// Trouble with the place something is exported to; what was begun there is gone again.
public final class ExportFault extends WorkstationException {
    private static final long serialVersionUID = 1L;

    ExportFault(String messageKey, List<Object> arguments, String facts, IOException cause) {
        super(messageKey, arguments, facts, cause);
    }

    /// Tells a full disk, a folder that may not be written and one that is gone from other trouble.
    public static ExportFault of(IOException cause) {
        String key = switch (StoreException.of(cause).messageKey()) {
            case "services.store.disk-full" -> "services.export.disk-full";
            case "services.store.read-only" -> "services.export.read-only";
            default -> cause instanceof NoSuchFileException ? "services.export.no-folder" : "services.export.io";
        };
        return new ExportFault(key, List.of(), "export: " + cause.getClass().getSimpleName(), cause);
    }
}
