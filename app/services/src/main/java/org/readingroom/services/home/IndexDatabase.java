package org.readingroom.services.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.IndexAudit;
import org.readingroom.services.store.IndexSchema;
import org.readingroom.services.store.NewerSchemaException;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens `index.db`; a damaged one is put aside and an empty one takes its place, to be filled from the files.
final class IndexDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(IndexDatabase.class);
    private static final String FILE = "index.db";

    private IndexDatabase() {}

    static Database open(Path folder, WriteProbe probe) throws WorkstationException {
        Path file = folder.resolve(FILE);
        try {
            Database index = openFile(file, probe);
            if (index.isSound() && !IndexAudit.isMarked(index)) {
                return index;
            }
            index.close();
        } catch (NewerSchemaException e) {
            throw e;
        } catch (StoreException e) {
            if (!e.messageKey().equals("services.store.damaged")) {
                throw e;
            }
        }
        LOG.warn("the index is damaged; it is put aside and made anew");
        setAside(folder);
        return openFile(file, probe);
    }

    private static Database openFile(Path file, WriteProbe probe) throws WorkstationException {
        return Database.open(file, Database.Durability.REBUILDABLE, IndexSchema.SCHEMA, probe);
    }

    private static void setAside(Path folder) throws StoreException {
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Path file = folder.resolve(FILE + suffix);
            try {
                if (Files.exists(file)) {
                    Files.move(file, folder.resolve("index.damaged.db" + suffix), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw StoreException.of(e);
            }
        }
    }
}
