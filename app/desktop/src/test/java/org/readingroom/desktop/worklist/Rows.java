package org.readingroom.desktop.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// Invented rows for tests of the list.
final class Rows implements WorklistSource {
    static final Order.Reader READER = new Order.Reader("radiologist", "演示医师");
    static final Instant NOW = Instant.parse("2026-01-05T04:00:00Z");

    static final List<WorklistRow> ALL = List.of(
            row(
                    "2.25.1",
                    "Ce^ShiYi=测^试一",
                    "ce shi yi",
                    "csy",
                    Sex.MALE,
                    1961,
                    "CT",
                    "CHEST",
                    "Chest CT plain",
                    275,
                    ReadingState.NEW,
                    ReadingPriority.STAT),
            row(
                    "2.25.2",
                    "Yan^Shi=演^示",
                    "yan shi",
                    "ys",
                    Sex.FEMALE,
                    1978,
                    "MR",
                    "HEAD",
                    "Head MR T1 T2",
                    48,
                    ReadingState.DRAFT,
                    ReadingPriority.ROUTINE),
            row(
                    "2.25.3",
                    "Synthetic^Person",
                    "synthetic person",
                    "sp",
                    Sex.OTHER,
                    2024,
                    "DX",
                    "CHEST",
                    "Chest PA",
                    1,
                    ReadingState.AWAITING_ISSUE,
                    ReadingPriority.HIGH));

    private static WorklistRow row(
            String uid,
            String name,
            String pinyin,
            String initials,
            Sex sex,
            int born,
            String modality,
            String bodyPart,
            String description,
            int images,
            ReadingState state,
            ReadingPriority priority) {
        Patient patient = new Patient(
                new PatientId("DEMO-" + uid.substring(5), ""), PersonName.parse(name), LocalDate.of(born, 3, 4), sex);
        Study study = new Study(
                new StudyUid(uid),
                patient,
                "A" + uid.substring(5),
                LocalDateTime.of(2026, 1, 5, 9, 30),
                description,
                new TreeSet<>(Set.of(modality)),
                bodyPart,
                2,
                images);
        boolean touched = state != ReadingState.NEW;
        return WorklistRow.of(
                new WorklistItem(
                        study,
                        state,
                        priority,
                        pinyin,
                        initials,
                        touched ? Instant.parse("2026-01-05T02:00:00Z") : null,
                        touched ? READER.displayName() : "",
                        (name + " " + pinyin + " " + initials + " " + description).toLowerCase(java.util.Locale.ROOT)),
                0);
    }

    /// The first row in `state`, with a temporary report whose formal one is due `minutes` after [#NOW].
    static WorklistRow temporary(ReadingState state, long minutes) {
        WorklistItem item = Objects.requireNonNull(ALL.getFirst().item());
        return WorklistRow.of(
                new WorklistItem(item.study(), state, item.priority(), "", "", NOW, READER.displayName(), "")
                        .formalDue(NOW.plusSeconds(60 * minutes)),
                0);
    }

    /// What a reader sees at [#NOW], when the archive has told of nothing.
    static ListSight sight() {
        return new ListSight(READER, NOW, study -> Readiness.NOTHING, order -> false);
    }

    @Override
    public List<WorklistRow> rows() {
        return ALL;
    }

    @Override
    public List<Series> series(StudyUid study) {
        return List.of(
                new Series(new SeriesUid(study + ".1"), study, "CT", 1, "Scout", "CHEST", "", 1),
                new Series(new SeriesUid(study + ".2"), study, "CT", 2, "Axial 1.25 lung", "CHEST", "", 274));
    }
}
