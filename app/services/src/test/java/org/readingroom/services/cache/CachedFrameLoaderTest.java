package org.readingroom.services.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.IndexSchema;
import org.readingroom.services.store.InstanceFiles;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.services.store.StudyStore;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.PassingSeal;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

// [utest->req~cache.frames~1]
class CachedFrameLoaderTest {
    private static final FrameRef FRAME = new FrameRef(new SopInstanceUid("2.25.1001.1.1"), 0);

    @TempDir
    Path folder;

    private final AtomicBoolean interrupts = new AtomicBoolean();

    /// A picture whose loading was cancelled must not look like a picture that cannot be read.
    @Test
    void cancelledWhileReadingIsGivenUpAndNotAFaultOfTheDisk() throws Exception {
        try (Database index = Database.open(
                folder.resolve("index.db"), Database.Durability.REBUILDABLE, IndexSchema.SCHEMA, WriteProbe.NONE)) {
            CachedFrameLoader frames = new CachedFrameLoader(store(index), 1 << 20, 1);
            interrupts.set(true);
            WorkstationException stopped =
                    assertThrows(WorkstationException.class, () -> frames.load(FRAME, Priority.PREFETCH));
            assertTrue(Thread.interrupted(), "whoever cancelled is not forgotten");
            assertEquals("services.frame.given-up", stopped.messageKey());
            assertEquals(
                    SmallDicom.SIDE * SmallDicom.SIDE * 2,
                    frames.load(FRAME, Priority.ON_SCREEN).bytes().length);
        }
    }

    private StudyStore store(Database index) throws WorkstationException {
        SecureRandom random = new SecureRandom();
        Seal seal = new PassingSeal(new EnvelopeSeal(DataKey.random(random), random)) {
            /// Called between opening the file and reading its first chunk.
            @Override
            public byte[] fileKey(byte[] salt) {
                if (interrupts.getAndSet(false)) {
                    Thread.currentThread().interrupt();
                }
                return super.fileKey(salt);
            }
        };
        InstanceFiles files = new InstanceFiles(folder.resolve("instances"), seal, random, WriteProbe.NONE);
        StudyStore store = StudyStore.open(index, files, seal, Progress.IGNORED);
        byte[] bytes = SmallDicom.of(1, 1).bytes();
        InstanceHeader header = InstanceHeader.of(DicomReader.read(bytes));
        files.write(header.uid(), bytes);
        store.add(List.of(new StudyStore.Arrival(header, bytes.length, StudyStore.sha256Of(bytes))));
        return store;
    }
}
