package org.readingroom.viewer.coded;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Instances of one series that an object leans on. UIDs are empty where the file does not say them.
///
/// **Source:** DICOM PS3.3 table 10-4 (Hierarchical SOP Instance Reference), section C.11.11 (Presentation State
/// Relationship).
public record SeriesReference(String studyUid, String seriesUid, List<InstanceReference> instances) {
    private static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    private static final int CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE = 0x0040A375;
    private static final int PERTINENT_OTHER_EVIDENCE_SEQUENCE = 0x0040A385;

    public SeriesReference {
        instances = List.copyOf(instances);
    }

    /// What a report or key object names as its evidence, current procedure first.
    public static List<SeriesReference> evidence(DataSet document) {
        List<SeriesReference> evidence = new ArrayList<>();
        for (int tag : new int[] {CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE, PERTINENT_OTHER_EVIDENCE_SEQUENCE}) {
            for (DataSet study : document.items(tag)) {
                evidence.addAll(
                        series(study, study.string(Tag.STUDY_INSTANCE_UID).orElse(""), REFERENCED_SOP_SEQUENCE));
            }
        }
        return evidence;
    }

    /// The items of Referenced Series Sequence (0008,1115), their instances under `instanceSequence`.
    public static List<SeriesReference> series(DataSet holder, String studyUid, int instanceSequence) {
        List<SeriesReference> all = new ArrayList<>();
        for (DataSet item : holder.items(Tag.REFERENCED_SERIES_SEQUENCE)) {
            all.add(new SeriesReference(
                    studyUid,
                    item.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                    InstanceReference.all(item, instanceSequence)));
        }
        return all;
    }
}
