package org.readingroom.services.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.services.seal.Seal;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The studies of which files came from the archive and can be had from there again.
///
/// **Thread:** any but `fx` and `gl`; blocks.
public final class CachedStudies {
    /// `used` is when somebody last looked at it; the beginning of time when nobody did.
    public record Cached(StudyUid study, long bytes, Instant used) {}

    private final Database index;
    private final Seal seal;
    private final StudyStore studies;
    private final InstanceFiles files;
    private final ExpectedStudies expected;

    public CachedStudies(Database index, Seal seal, StudyStore studies, InstanceFiles files, ExpectedStudies expected) {
        this.index = index;
        this.seal = seal;
        this.studies = studies;
        this.files = files;
        this.expected = expected;
    }

    /// In no order.
    public List<Cached> all() throws WorkstationException {
        Map<String, StudyUid> byKey = new HashMap<>();
        for (Study study : studies.studies()) {
            byKey.put(HexFormat.of().formatHex(key(study.uid())), study.uid());
        }
        List<Cached> all = new ArrayList<>();
        for (CacheTable.Row row : index.read(CacheTable::studies)) {
            StudyUid study = byKey.get(HexFormat.of().formatHex(row.study()));
            if (study != null) {
                all.add(new Cached(study, row.bytes(), Instant.ofEpochMilli(row.used())));
            }
        }
        return all;
    }

    /// Somebody looks at the study.
    public void used(StudyUid study, Instant now) throws WorkstationException {
        byte[] key = key(study);
        index.write(t -> {
            CacheTable.used(t, key, now.toEpochMilli());
            return true;
        });
    }

    /// Removes what came from the archive of `study`; the study stays in the list, what came from elsewhere stays here.
    /// Returns how many files went.
    ///
    /// What is counted as here is lowered first, and rows go before files: a program ended on the way leaves files
    /// that nobody speaks of, never rows without files.
    public int evict(StudyUid study) throws WorkstationException {
        List<SopInstanceUid> gone = new ArrayList<>();
        int left = 0;
        Set<SopInstanceUid> listed = listed(study);
        for (Series series : studies.series(study)) {
            for (StoredInstance instance : studies.instances(series.uid())) {
                if (index.read(t -> CacheTable.isFetched(t, instanceKey(instance.uid())))) {
                    gone.add(instance.uid());
                } else if (listed.contains(instance.uid())) {
                    left++;
                }
            }
        }
        expected.want(study, false);
        expected.arrived(study, left, List.of());
        studies.remove(study, gone);
        index.write(t -> {
            CacheTable.forgetLost(t, key(study));
            return true;
        });
        for (SopInstanceUid instance : gone) {
            files.delete(instance);
        }
        return gone.size();
    }

    /// What the archive has: an object made here is none of what is expected.
    private Set<SopInstanceUid> listed(StudyUid study) throws WorkstationException {
        Set<SopInstanceUid> listed = new HashSet<>();
        expected.of(study)
                .ifPresent(all -> all.series()
                        .forEach(series -> series.instances().forEach(instance -> listed.add(instance.uid()))));
        return listed;
    }

    private byte[] key(StudyUid study) {
        return seal.reference(IndexTable.Level.STUDY.table(), study.value());
    }

    private byte[] instanceKey(SopInstanceUid instance) {
        return seal.reference(IndexTable.Level.INSTANCE.table(), instance.value());
    }
}
