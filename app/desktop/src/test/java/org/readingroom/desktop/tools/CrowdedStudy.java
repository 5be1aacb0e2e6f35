package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.SeriesFacts;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.testing.StepRunner;

/// A study of four series of 300 slices of 512 x 512 pixels, with 2,000 marks: 200 of them on one slice, the others all
/// over the study. Places come from a fixed seed.
final class CrowdedStudy implements AnnotationStore {
    static final StudyUid STUDY = new StudyUid("2.25.1");
    static final int SERIES = 4;
    static final int SLICES = 300;
    static final int MARKS = 2000;
    static final int ON_SLICE = 200;
    static final int CROWDED = 150;
    private static final PixelSpacing SPACING = new PixelSpacing(0.75, 0.75);

    final StepRunner tasks = new StepRunner();
    final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    final MarksModel marks;
    AnnotationDocument stored;

    CrowdedStudy() {
        List<DisplaySet> sets = new ArrayList<>();
        for (int s = 0; s < SERIES; s++) {
            sets.add(set(s));
        }
        stored = new AnnotationDocument(STUDY, annotations(sets));
        desk.open(sets, (ref, priority) -> {
            throw new org.readingroom.viewer.model.WorkstationException("viewer.frame.unavailable", "no pixels here");
        });
        marks = new MarksModel(desk, tasks, this);
        marks.open(STUDY, () -> false);
        tasks.runAll();
    }

    /// The slice with most marks, or another, in a view of 1024 x 1024.
    ViewContext view(int slice) {
        return StackView.of(desk.sets().getFirst().displaySet(), slice);
    }

    private static List<Annotation> annotations(List<DisplaySet> sets) {
        Random random = new Random(4);
        List<Annotation> all = new ArrayList<>();
        for (int i = 0; i < MARKS; i++) {
            boolean isCrowded = i % (MARKS / ON_SLICE) == 0;
            DisplaySet set = sets.get(isCrowded ? 0 : random.nextInt(SERIES));
            int at = isCrowded ? CROWDED : random.nextInt(SLICES - 1);
            ImageFrame frame = set.frames().get(at == CROWDED && !isCrowded ? SLICES - 1 : at);
            ImagePlane plane = java.util.Objects.requireNonNull(frame.plane());
            Placement placement = new Placement.InPatient(
                    set.series(),
                    java.util.Objects.requireNonNull(frame.frameOfReference()),
                    plane.position(),
                    plane.normal(),
                    frame.ref());
            all.add(annotation(i, placement, plane, random));
        }
        return all;
    }

    private static Annotation annotation(int i, Placement placement, ImagePlane plane, Random random) {
        AnnotationId id = new AnnotationId("mark-" + i);
        Vec3 at = plane.toPatient(30 + random.nextInt(440), 30 + random.nextInt(440));
        Vec3 right = plane.rowDirection().times(5 + random.nextInt(8));
        Vec3 down = plane.columnDirection().times(5 + random.nextInt(8));
        return switch (i / (MARKS / ON_SLICE) % 3) {
            case 0 -> new Annotation.Length(id, placement, at, at.plus(right).plus(down), "");
            case 1 -> new Annotation.Angle(id, placement, at.plus(right), at, at.plus(down), "");
            default -> new Annotation.Ellipse(id, placement, at, right, down, "T" + i);
        };
    }

    private static DisplaySet set(int s) {
        List<ImageFrame> frames = new ArrayList<>();
        for (int k = 0; k < SLICES; k++) {
            frames.add(new ImageFrame(
                    new FrameRef(new SopInstanceUid("2.25.330000000000000000000000." + s + "." + k), 0),
                    new PixelFormat(512, 512, 1, 16, 16, 15, true, "MONOCHROME2", 0),
                    new ImagePlane(new Vec3(-192, -192, k), new Vec3(1, 0, 0), new Vec3(0, 1, 0), SPACING),
                    new FrameOfReferenceUid("2.25.3"),
                    new PixelScale.Millimetres(SPACING, PixelScale.Source.PATIENT),
                    new ModalityLut.Linear(1, -1024, ValueUnit.HOUNSFIELD),
                    List.of(),
                    false,
                    null,
                    null,
                    List.of(),
                    FrameFacts.NONE));
        }
        Patient patient = new Patient(new PatientId("T-1", ""), PersonName.NONE, null, Sex.UNKNOWN);
        SeriesFacts facts = new SeriesFacts(patient, "", "", "", "", "", "", "", "", "", 1, "", "");
        return new DisplaySet(
                "set " + s, STUDY, new SeriesUid("2.25.44." + s), "CT", "", frames, true, List.of(), "series", facts);
    }

    @Override
    public AnnotationDocument load(StudyUid study) {
        return stored;
    }

    @Override
    public void save(StudyUid study, AnnotationDocument document) {
        stored = document;
    }
}
