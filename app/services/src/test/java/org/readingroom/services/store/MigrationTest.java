package org.readingroom.services.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database as an earlier program left it, made from SQL text, is brought to today's form and keeps
/// every row.
// [utest->req~store.migrated~1]
class MigrationTest {
    private static final List<String> OLD_TABLES =
            List.of("home", "user", "draft", "version", "outbox", "annotation", "audit");

    private final Map<String, String> oldColumns = new TreeMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void writeAsThen() throws Exception {
        try (InputStream stream = MigrationTest.class.getResourceAsStream("documents-1.sql")) {
            assertNotNull(stream);
            String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            try (Connection connection = open("old.db");
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(script);
            }
        }
        for (String table : OLD_TABLES) {
            oldColumns.put(
                    table, String.join(", ", select("old.db", "SELECT name FROM pragma_table_info('" + table + "')")));
        }
    }

    @Test
    void everyRowIsKeptAndTheFormIsThatOfANewDatabase() throws Exception {
        Map<String, List<String>> before = rows("old.db");
        assertEquals(2, before.get("user").size(), "the old database is not empty");

        migrate("old.db", WriteProbe.NONE);
        migrate("new.db", WriteProbe.NONE);

        assertEquals(before, rows("old.db"));
        assertEquals(form("new.db"), form("old.db"));
        assertEquals(List.of("0"), select("old.db", "SELECT count(*) FROM study_note"));
        assertEquals(
                List.of("1", Integer.toString(DocumentsSchema.SCHEMA.version())),
                List.of(
                        select("old.db", "SELECT min(version) FROM schema_version")
                                .getFirst(),
                        select("old.db", "PRAGMA user_version").getFirst()));
        assertEquals(List.of("ok"), select("old.db", "PRAGMA integrity_check"));
        assertEquals(List.of(), select("old.db", "PRAGMA foreign_key_check"));
        for (String change : List.of("DELETE FROM version", "UPDATE audit SET user = 'x'", "DELETE FROM outbox")) {
            assertThrows(SQLException.class, () -> select("old.db", change), change);
        }
    }

    /// Ended anywhere on the way, the file is whole in one of its forms, and the next start goes on.
    @Test
    void endedOnTheWayItIsTheOldOneOrTheNewOne() throws Exception {
        Map<String, List<String>> before = rows("old.db");
        for (int version = 1; version <= DocumentsSchema.SCHEMA.version(); version++) {
            Database.open(
                            folder.resolve(version + ".db"),
                            Database.Durability.DURABLE,
                            DocumentsSchema.SCHEMA.upTo(version),
                            WriteProbe.NONE)
                    .close();
        }
        boolean isDone = false;
        for (int step = 1; !isDone; step++) {
            int haltAt = step;
            int[] steps = new int[1];
            try {
                migrate("old.db", at -> {
                    if (++steps[0] == haltAt) {
                        throw new IllegalStateException("ended at " + at);
                    }
                });
                isDone = true;
            } catch (IllegalStateException ended) {
                String version = select("old.db", "PRAGMA user_version").getFirst();
                assertEquals(form(version + ".db"), form("old.db"), ended.getMessage());
                assertEquals(before, rows("old.db"), ended.getMessage());
            }
            assertTrue(step < 100, "never done");
        }
        migrate("new.db", WriteProbe.NONE);
        assertEquals(form("new.db"), form("old.db"));
        assertEquals(before, rows("old.db"));
    }

    private void migrate(String file, WriteProbe probe) throws Exception {
        Database.open(folder.resolve(file), Database.Durability.DURABLE, DocumentsSchema.SCHEMA, probe)
                .close();
    }

    /// Every value of every old table, as text; columns that came later are not asked for.
    private Map<String, List<String>> rows(String file) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : OLD_TABLES) {
            rows.put(
                    table,
                    select(file, "SELECT rowid, " + oldColumns.get(table) + " FROM " + table + " ORDER BY rowid"));
        }
        return rows;
    }

    /// What the file says of its tables, indexes and triggers, white space apart.
    private String form(String file) throws SQLException {
        return String.join(
                "\n",
                select(file, "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").stream()
                        .map(line -> line.replaceAll("\\s+", " ").replaceAll(" ?([(),]) ?", "$1"))
                        .map(line -> line.replace("IF NOT EXISTS ", ""))
                        .sorted()
                        .toList());
    }

    private List<String> select(String file, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> line = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    Object value = rows.getObject(column);
                    line.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
                }
                lines.add(String.join("|", line));
            }
        }
        return lines;
    }

    private Connection open(String file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
    }
}
