package org.readingroom.services.store;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.services.seal.Seal;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Which studies an archive was asked for. It is written down among what cannot be made again: when the index is made
/// anew from the files, nothing else tells half a study that was being fetched from a whole one that came by hand.
///
/// **Thread:** any but `fx` and `gl`; blocks.
public final class ArchiveStudies {
    private final Database documents;
    private final Seal seal;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    private ArchiveStudies(Database documents, Seal seal) {
        this.documents = documents;
        this.seal = seal;
    }

    public static ArchiveStudies open(Database documents, Seal seal) throws WorkstationException {
        ArchiveStudies studies = new ArchiveStudies(documents, seal);
        documents.read(ArchiveStudyTable::all).forEach(key -> studies.noted.add(hex(key)));
        return studies;
    }

    boolean contains(StudyUid study) {
        return noted.contains(hex(key(study)));
    }

    void note(List<StudyUid> studies) throws WorkstationException {
        List<byte[]> keys = studies.stream()
                .map(this::key)
                .filter(key -> !noted.contains(hex(key)))
                .toList();
        if (keys.isEmpty()) {
            return;
        }
        documents.write(t -> {
            for (byte[] key : keys) {
                ArchiveStudyTable.save(t, key);
            }
            return true;
        });
        keys.forEach(key -> noted.add(hex(key)));
    }

    private byte[] key(StudyUid study) {
        return seal.reference(IndexTable.Level.STUDY.table(), study.value());
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
