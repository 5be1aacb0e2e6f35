package org.readingroom.services.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.quality.ImageQualityAct;
import org.readingroom.report.quality.ImageQualityJson;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.ImageQualityTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What was judged of images as it lies in the database, sealed.
record ImageQualityStore(Seal seal) {
    ImageQuality ofStudy(Transaction transaction, StudyUid study) throws WorkstationException {
        List<ImageQuality> found = qualities(ImageQualityTable.ofStudy(transaction, key(study)));
        return found.isEmpty() ? ImageQuality.NONE : found.getFirst();
    }

    /// The studies that stand at one of `grades`, the one judged first before the others.
    List<ImageQuality> standingAt(Transaction transaction, Set<ImageGrade> grades) throws WorkstationException {
        return qualities(ImageQualityTable.ofStudiesStandingAt(
                transaction, grades.stream().map(ImageGrade::name).collect(Collectors.toUnmodifiableSet())));
    }

    /// The whole of what was judged of studies that somebody judged in that time.
    List<ImageQuality> judgedBetween(Transaction transaction, long from, long until) throws WorkstationException {
        return qualities(ImageQualityTable.ofStudiesBetween(transaction, from, until));
    }

    void insert(Transaction transaction, ImageQualityAct act, AuditTable.Row audit) throws StoreException {
        String id = act.id().toString();
        ImageQualityTable.insert(
                transaction,
                new ImageQualityTable.Row(
                        id,
                        key(act.images().study()),
                        act.kind().name(),
                        act.grade().name(),
                        act.at().toEpochMilli(),
                        audit.sequence(),
                        seal.seal(ImageQualityJson.write(act), context(id))));
    }

    byte[] key(StudyUid study) {
        return seal.reference("study", study.value());
    }

    private List<ImageQuality> qualities(List<ImageQualityTable.Row> rows) throws WorkstationException {
        Map<StudyUid, List<ImageQualityAct>> acts = new LinkedHashMap<>();
        for (ImageQualityTable.Row row : rows) {
            ImageQualityAct act = ImageQualityJson.read(seal.open(row.body(), context(row.id())));
            checkOpen(row, act);
            acts.computeIfAbsent(act.images().study(), study -> new ArrayList<>())
                    .add(act);
        }
        return acts.values().stream().map(ImageQuality::new).toList();
    }

    /// What lies open beside the sealed act says the same as it.
    private void checkOpen(ImageQualityTable.Row row, ImageQualityAct act) throws ReportFormatException {
        boolean isSame = row.kind().equals(act.kind().name())
                && row.grade().equals(act.grade().name())
                && row.at() == act.at().toEpochMilli()
                && row.id().equals(act.id().toString())
                && Arrays.equals(row.study(), key(act.images().study()));
        if (!isSame) {
            throw new ReportFormatException(
                    "report.file.broken", "a row on image quality is not that of its act", null);
        }
    }

    private static SealContext context(String id) {
        return new SealContext("image_quality", "body", id);
    }
}
