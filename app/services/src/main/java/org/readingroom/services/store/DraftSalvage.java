package org.readingroom.services.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// Reads what can still be read of the drafts in a damaged database, from a copy, so that it stays as it was found.
public final class DraftSalvage {
    private static final Logger LOG = LoggerFactory.getLogger(DraftSalvage.class);

    private DraftSalvage() {}

    /// Rows that did not break in the reading; their seals tell whether they are whole.
    public static List<DraftTable.Row> drafts(Path damaged) {
        Map<String, DraftTable.Row> found = new LinkedHashMap<>();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("readingroom-salvage");
            Path copy = folder.resolve("copy.db");
            for (String suffix : List.of("", "-wal")) {
                Path file = damaged.resolveSibling(damaged.getFileName() + suffix);
                if (Files.exists(file)) {
                    Files.copy(file, folder.resolve(copy.getFileName() + suffix));
                }
            }
            // From both ends: a broken page in the middle hides only what is on it.
            read(copy, "ASC", found);
            read(copy, "DESC", found);
        } catch (IOException e) {
            LOG.warn("no copy of a damaged database: {}", e.getClass().getSimpleName());
        } finally {
            delete(folder);
        }
        return List.copyOf(found.values());
    }

    private static void read(Path file, String direction, Map<String, DraftTable.Row> found) {
        SQLiteConfig config = new SQLiteConfig();
        config.enableLoadExtension(false);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT " + DraftTable.COLUMNS + " FROM draft NOT INDEXED" + " ORDER BY rowid " + direction)) {
            while (rows.next()) {
                DraftTable.Row row = DraftTable.row(rows);
                found.putIfAbsent(row.report(), row);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn(
                    "reading a damaged database {} ended: {}",
                    direction,
                    e.getClass().getSimpleName());
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            for (Path file : new ArrayList<>(files.toList())) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warn("a copy of a damaged database stays: {}", e.getClass().getSimpleName());
        }
    }
}
