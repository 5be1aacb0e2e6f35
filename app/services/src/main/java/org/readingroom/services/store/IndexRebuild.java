package org.readingroom.services.store;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the index anew from the instance files.
final class IndexRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);
    private static final int BATCH = 100;

    private IndexRebuild() {}

    static void run(StudyStore store, InstanceFiles files, Database index, Progress progress)
            throws WorkstationException {
        index.write(t -> {
            IndexTable.clear(t);
            return true;
        });
        store.forget();
        long total = files.complete().size();
        List<StudyStore.Arrival> batch = new ArrayList<>();
        long[] done = {0};
        files.visit(new InstanceFiles.Visitor() {
            @Override
            public void found(byte[] content) throws WorkstationException {
                progress.at(++done[0], total);
                InstanceHeader header;
                try {
                    header = InstanceHeader.of(DicomReader.read(content));
                } catch (WorkstationException e) {
                    LOG.warn("an instance file left out of the index: {}", e.getMessage());
                    return;
                }
                batch.add(new StudyStore.Arrival(header, content.length, StudyStore.sha256Of(content)));
                if (batch.size() >= BATCH) {
                    store.add(batch);
                    batch.clear();
                }
            }

            @Override
            public void unreadable(String fileName, WorkstationException why) {
                LOG.warn("instance file {} left out of the index: {}", fileName, why.getMessage());
                progress.at(++done[0], total);
            }
        });
        store.add(batch);
        index.write(t -> {
            IndexTable.markComplete(t);
            return true;
        });
        LOG.info("index made anew from {} instance files", total);
    }
}
