package org.readingroom.services.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// One SQLite file in WAL mode: one writer at a time, readers beside it.
///
/// A connection that met an I/O error is thrown away and opened anew, since SQLite may be left half in a
/// transaction by it ("cannot commit - no transaction is active").
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~guarantee.killed~1]
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int BUSY_MILLIS = 5000;

    /// What a commit means.
    public enum Durability {
        /// On the platter before the call returns: `synchronous=FULL`.
        DURABLE(SQLiteConfig.SynchronousMode.FULL),
        /// Whole after any crash, but the last commits may be missing: `synchronous=NORMAL`.
        REBUILDABLE(SQLiteConfig.SynchronousMode.NORMAL);

        private final SQLiteConfig.SynchronousMode mode;

        Durability(SQLiteConfig.SynchronousMode mode) {
            this.mode = mode;
        }
    }

    private record Open(Connection connection, Map<String, PreparedStatement> statements) {
        void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.warn("closing a database connection failed, result {}", e.getErrorCode());
            }
        }
    }

    private final Path file;
    private final Durability durability;
    private final WriteProbe probe;
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<Open> readers = new ArrayDeque<>();
    private @Nullable Open writer;
    private boolean closed;

    private Database(Path file, Durability durability, WriteProbe probe) {
        this.file = file;
        this.durability = durability;
        this.probe = probe;
    }

    /// Opens or creates `file` and brings it to the newest version of `schema`.
    ///
    /// **Errors:** [NewerSchemaException] when a newer program wrote it; [StoreException] when it is damaged.
    public static Database open(Path file, Durability durability, Schema schema, WriteProbe probe)
            throws WorkstationException {
        Database database = new Database(file, durability, probe);
        try {
            schema.migrate(database);
            return database;
        } catch (WorkstationException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Does `work` in one transaction: all of it is kept, or nothing.
    ///
    /// Work may not begin another transaction of the same database.
    public <T> T write(Work<T> work) throws WorkstationException {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write");
        }
        writing.lock();
        try {
            Open open = writer();
            try {
                execute(open, "BEGIN IMMEDIATE");
                T result = work.run(new Transaction(open.connection, probe, open.statements));
                probe.at("commit");
                execute(open, "COMMIT");
                probe.at("commit done");
                return result;
            } catch (SQLException e) {
                undo(open, e);
                throw StoreException.of(e);
            } catch (WorkstationException | RuntimeException | Error e) {
                undo(open, e.getCause() instanceof SQLException sql ? sql : null);
                throw e;
            }
        } finally {
            writing.unlock();
        }
    }

    /// Reads one consistent state; `work` must not change anything.
    public <T> T read(Work<T> work) throws WorkstationException {
        Open open = borrow();
        boolean isSound = false;
        try {
            execute(open, "BEGIN");
            T result = work.run(new Transaction(open.connection, WriteProbe.NONE, open.statements));
            execute(open, "COMMIT");
            isSound = true;
            return result;
        } catch (SQLException e) {
            throw StoreException.of(e);
        } finally {
            giveBack(open, isSound);
        }
    }

    private void undo(Open open, @Nullable SQLException cause) {
        boolean isBroken = cause != null && StoreException.breaksConnection(cause);
        try {
            execute(open, "ROLLBACK");
        } catch (SQLException e) {
            isBroken = true;
        }
        if (isBroken) {
            LOG.warn("a database connection is thrown away after an error of {}", file.getFileName());
            open.close();
            writer = null;
        }
    }

    private Open writer() throws StoreException {
        if (closed) {
            throw new IllegalStateException("database " + file.getFileName() + " is closed");
        }
        Open open = writer;
        if (open == null) {
            open = connect();
            writer = open;
        }
        return open;
    }

    private Open borrow() throws StoreException {
        synchronized (readers) {
            if (closed) {
                throw new IllegalStateException("database " + file.getFileName() + " is closed");
            }
            Open open = readers.poll();
            if (open != null) {
                return open;
            }
        }
        return connect();
    }

    private void giveBack(Open open, boolean isSound) {
        synchronized (readers) {
            if (isSound && !closed) {
                readers.push(open);
                return;
            }
        }
        open.close();
    }

    private Open connect() throws StoreException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(durability.mode);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // Without this a row that REPLACE pushes out would leave without its delete trigger firing.
        config.enableRecursiveTriggers(true);
        config.enableLoadExtension(false);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema=OFF");
                statement.execute("PRAGMA fullfsync=ON");
                statement.execute("SELECT count(*) FROM sqlite_schema");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new Open(connection, Transaction.newStatementCache());
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private static void execute(Open open, String sql) throws SQLException {
        try (Statement statement = open.connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// True when SQLite's own quick check finds nothing wrong.
    public boolean isSound() {
        try {
            return read(t -> t.query("PRAGMA quick_check(1)", row -> row.getString(1)))
                    .equals(java.util.List.of("ok"));
        } catch (WorkstationException e) {
            LOG.warn("{} cannot be checked: {}", file.getFileName(), e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            synchronized (readers) {
                closed = true;
                readers.forEach(Open::close);
                readers.clear();
            }
            Open open = writer;
            if (open != null) {
                open.close();
                writer = null;
            }
        } finally {
            writing.unlock();
        }
    }
}
