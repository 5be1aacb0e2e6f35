package org.readingroom.services.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// The disk or a database did not do what was asked; nothing of what was asked remains.
public final class StoreException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    // Primary result codes, https://www.sqlite.org/rescode.html
    private static final int BUSY = 5;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOTADB = 26;

    public StoreException(String messageKey, List<Object> arguments, String facts, @Nullable Throwable cause) {
        super(messageKey, arguments, facts, cause);
    }

    static StoreException of(SQLException cause) {
        int code = primaryCode(cause);
        String key = switch (code) {
            case FULL -> "services.store.disk-full";
            case READONLY, CANTOPEN -> "services.store.read-only";
            case CORRUPT, NOTADB -> "services.store.damaged";
            case BUSY -> "services.store.busy";
            case CONSTRAINT -> "services.store.refused";
            default -> "services.store.io";
        };
        // The driver's words may repeat a value, so only the code goes into the facts.
        return new StoreException(key, List.of(), "SQLite result " + cause.getErrorCode(), cause);
    }

    /// Tells a full disk and a read-only one from other trouble.
    public static StoreException of(IOException cause) {
        String key = "services.store.io";
        if (cause instanceof AccessDeniedException || cause.getCause() instanceof ReadOnlyFileSystemException) {
            key = "services.store.read-only";
        } else if (cause instanceof FileSystemException e && e.getReason() != null) {
            key = keyOf(e.getReason(), key);
        } else if (cause.getMessage() != null) {
            key = keyOf(Objects.requireNonNull(cause.getMessage()), key);
        }
        return new StoreException(
                key, List.of(), "file trouble: " + cause.getClass().getSimpleName(), cause);
    }

    private static String keyOf(String reason, String otherwise) {
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk quota") || lower.contains("not enough space")) {
            return "services.store.disk-full";
        }
        return lower.contains("read-only") ? "services.store.read-only" : otherwise;
    }

    /// After these the connection is not to be trusted: a failed flush leaves it half in a transaction.
    static boolean breaksConnection(SQLException e) {
        int code = primaryCode(e);
        return code == IOERR || code == FULL || code == CORRUPT || code == NOTADB || code <= 1;
    }

    private static int primaryCode(SQLException e) {
        return e.getErrorCode() & 0xFF;
    }
}
