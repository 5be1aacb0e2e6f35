package org.readingroom.desktop.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.services.reading.MadeObject;
import org.readingroom.services.reading.ObjectToMake;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.presentation.SpatialTransform;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.returned.ReportedMark;
import org.readingroom.viewer.segment.SegmentationReader;
import org.readingroom.viewer.sr.MeasurementGroup;
import org.readingroom.viewer.sr.MeasurementGroups;
import org.readingroom.viewer.sr.StructuredReportReader;

/// What a snapshot of marks asks for, and what the loader makes of it again.
class ReturnPlanTest extends OnReturnedStudy {
    // [utest->req~returned.contours~1]
    @Test
    void contoursOfOneNameBecomeASegmentationAndTheirVolumeIsToldOnce() throws Exception {
        List<ReportedMark> marks = new ArrayList<>();
        for (int slice = 1; slice <= 3; slice++) {
            ImagePlane plane = Objects.requireNonNull(set.frames().get(slice).plane());
            Vec3 centre = plane.toPatient(60.3, 50.2);
            Annotation contour = new Annotation.Ellipse(
                    new AnnotationId("contour " + slice),
                    on(slice),
                    centre,
                    plane.toPatient(75.3, 50.2).minus(centre),
                    plane.toPatient(60.3, 60.2).minus(centre),
                    "病灶");
            marks.add(reported(contour, new Measurement(Measurement.Quantity.VOLUME, 1.5, Measurement.MILLILITRE)));
        }
        ReturnPlan plan =
                plan(snapshot(marks, List.of(), List.of(new ContourGroup("病灶", set, marks)), ImageLook.PLAIN));
        assertEquals(0, plan.left());
        assertEquals(
                List.of("SEG", "SR", "PR"),
                plan.objects().stream().map(ObjectToMake::modality).toList());
        Map<String, byte[]> bodies = written(plan.objects(), 500);
        byte[] seg = bodies.get(plan.objects().getFirst().slot());
        assertEquals(List.of(), Dciodvfy.errors(Files.write(folder.resolve("seg.dcm"), seg)));
        Map<SopInstanceUid, byte[]> files = new LinkedHashMap<>();
        files.put(new SopInstanceUid("2.25.500"), seg);
        StudyObjects objects =
                StudyObjectsLoader.load(List.copyOf(files.keySet()), uid -> DicomReader.read(files.get(uid)));
        Region region = objects.regions().getFirst();
        assertEquals("病灶", region.name());
        double spacing = set.frames().getFirst().spacing().orElseThrow().columnMm();
        double gap = Objects.requireNonNull(set.frames().get(0).plane())
                .position()
                .distanceTo(Objects.requireNonNull(set.frames().get(1).plane()).position());
        int pixels = 0;
        for (int row = 0; row < 128; row++) {
            for (int column = 0; column < 128; column++) {
                pixels += Math.hypot((column - 60.3) / 15, (row - 50.2) / 10) < 1 ? 1 : 0;
            }
        }
        double counted = 3 * pixels * spacing * spacing * gap / 1000;
        assertEquals(counted, region.volumeMl().orElseThrow(), 0.003 * counted);
        assertEquals(Math.PI * 150 * 3 * spacing * spacing * gap / 1000, counted, 0.01 * counted);
        List<MeasurementGroup> groups = MeasurementGroups.of(
                StructuredReportReader.read(DicomReader.read(bodies.get("SR")).dataSet())
                        .orElseThrow());
        assertEquals(4, groups.size());
        long volumes = groups.stream()
                .flatMap(group -> group.quantities().stream())
                .filter(quantity -> quantity.name().is("118565006", "SCT"))
                .count();
        assertEquals(1, volumes, "the volume is told once");
    }

    /// Slices 0, 2 and 4 are marked: the segmentation has the distance of slices, not twice as much.
    // [utest->req~returned.contours~1]
    @Test
    void slicesBetweenContoursCountForTheirDistance() throws Exception {
        List<ReportedMark> marks = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice += 2) {
            ImagePlane plane = Objects.requireNonNull(set.frames().get(slice).plane());
            Vec3 centre = plane.toPatient(60, 50);
            Annotation contour = new Annotation.Ellipse(
                    new AnnotationId("contour " + slice),
                    on(slice),
                    centre,
                    plane.toPatient(75, 50).minus(centre),
                    plane.toPatient(60, 60).minus(centre),
                    "X");
            marks.add(reported(contour, new Measurement(Measurement.Quantity.VOLUME, 1.5, Measurement.MILLILITRE)));
        }
        ReturnSnapshot snapshot =
                snapshot(marks, List.of(), List.of(new ContourGroup("X", set, marks)), ImageLook.PLAIN);
        images.removeIf(image -> !snapshot.instances().contains(image.instance()));
        byte[] seg = written(plan(snapshot).objects().subList(0, 1), 900)
                .values()
                .iterator()
                .next();
        double gap = Objects.requireNonNull(set.frames().get(0).plane())
                .position()
                .distanceTo(Objects.requireNonNull(set.frames().get(1).plane()).position());
        assertEquals(gap, SegmentationReader.read(DicomReader.read(seg)).nominalMm(), 1e-6);
    }

    // [utest->req~returned.save~1]
    @Test
    void theLookOfAnotherSetTakesNoOthersPlace() {
        List<FrameRef> frames = set.frames().stream().map(ImageFrame::ref).toList();
        String first = look(frames.subList(0, 2));
        assertEquals(first, look(frames.subList(0, 2)));
        assertNotEquals(first, look(frames.subList(2, 4)));
    }

    private String look(List<FrameRef> seen) {
        return plan(new ReturnSnapshot(study.uid(), List.of(), List.of(), List.of(), List.of(), Map.of(), seen))
                .objects()
                .getFirst()
                .slot();
    }

    // [utest->req~returned.save~1]
    @Test
    void whatGoesIntoNoObjectIsCounted() {
        Placement.InPatient reformat = new Placement.InPatient(
                set.series(),
                on(0).frameOfReference(),
                Vec3.ZERO,
                new Vec3(1, 0, 0),
                null,
                set.frames().getFirst().ref());
        Annotation arrow = new Annotation.Figure(
                new AnnotationId("a"), reformat, FigureKind.ARROW, List.of(Vec3.ZERO, new Vec3(0, 1, 2)), "see");
        Annotation onCut = new Annotation.Length(new AnnotationId("b"), reformat, Vec3.ZERO, new Vec3(0, 3, 4), "");
        Annotation gone = new Annotation.Length(
                new AnnotationId("c"),
                new Placement.OnFrame(set.series(), new FrameRef(new SopInstanceUid("2.25.9"), 0)),
                Vec3.ZERO,
                new Vec3(1, 0, 0),
                "");
        KeyImage lost = new KeyImage(new FrameRef(new SopInstanceUid("2.25.9"), 0), "", "me", Instant.EPOCH);
        ReturnPlan plan = plan(snapshot(
                List.of(reported(arrow), reported(onCut), reported(gone), reported(length(1))),
                List.of(lost),
                List.of(),
                ImageLook.PLAIN));
        assertEquals(3, plan.left(), "the arrow, the mark on an image that is gone, the key image");
        assertEquals(
                List.of("SR", "PR"),
                plan.objects().stream().map(ObjectToMake::modality).toList());
        ReturnPlan nothing =
                plan(snapshot(List.of(reported(arrow), reported(gone)), List.of(), List.of(), ImageLook.PLAIN));
        assertEquals(List.of(), nothing.objects());
    }

    // [utest->req~returned.save~1]
    @Test
    void anotherWindowIsNoOtherObjectAndAMovedMarkIs() {
        ImageLook bone = new ImageLook(
                Optional.of(Voi.Window.linear(500, 2000)), false, SpatialTransform.NONE, Optional.empty());
        List<ReportedMark> marks = List.of(reported(length(1)));
        List<ObjectToMake> plain =
                plan(snapshot(marks, List.of(), List.of(), ImageLook.PLAIN)).objects();
        List<ObjectToMake> windowed =
                plan(snapshot(marks, List.of(), List.of(), bone)).objects();
        List<ObjectToMake> moved = plan(snapshot(List.of(reported(length(2))), List.of(), List.of(), ImageLook.PLAIN))
                .objects();
        for (int i = 0; i < 2; i++) {
            assertEquals(plain.get(i).slot(), windowed.get(i).slot());
            assertArrayEquals(plain.get(i).content(), windowed.get(i).content());
            assertEquals(plain.get(i).slot(), moved.get(i).slot());
            assertTrue(!Arrays.equals(plain.get(i).content(), moved.get(i).content()));
        }
    }

    // [utest->req~returned.read-back~1]
    @Test
    void whatWasMadeHereOrTakenThePlaceOfIsNotShownTwice() throws Exception {
        KeyImage key = new KeyImage(set.frames().getFirst().ref(), "", "me", Instant.EPOCH);
        List<ObjectToMake> wanted = plan(snapshot(
                        List.of(reported(length(1))), List.of(key), List.of(), ImageLook.PLAIN))
                .objects();
        Map<SopInstanceUid, byte[]> files = new LinkedHashMap<>();
        for (byte[] body : written(wanted, 600).values()) {
            files.put(new SopInstanceUid("2.25." + (600 + files.size())), body);
        }
        List<SopInstanceUid> all = List.copyOf(files.keySet());
        StudyObjects foreign = StudyObjectsLoader.load(all, uid -> DicomReader.read(files.get(uid)));
        assertEquals(
                List.of(1, 1, 1),
                List.of(
                        foreign.archived().size(),
                        foreign.states().size(),
                        foreign.keyObjects().size()));
        OwnObjects own = new OwnObjects(Set.copyOf(all), Set.of(all.get(1)));
        StudyObjects ours = StudyObjectsLoader.load(all, uid -> DicomReader.read(files.get(uid)), own);
        assertEquals(
                List.of(0, 0, 0),
                List.of(
                        ours.archived().size(),
                        ours.states().size(),
                        ours.keyObjects().size()));
        assertEquals(3, ours.documents().size(), "the list of documents holds all");
        StudyObjects kept = StudyObjectsLoader.load(
                all, uid -> DicomReader.read(files.get(uid)), new OwnObjects(Set.copyOf(all), Set.of()));
        assertEquals(List.of(), kept.states().getFirst().annotations(), "the marks themselves are on the desk");
        assertEquals(1, foreign.states().getFirst().annotations().size());
        List<MadeObject> made = List.of(object("SR", 1), object("PR marks CT 1", 2), object("SR", 3));
        assertEquals(Set.of(new SopInstanceUid("2.25.1")), OwnObjects.of(made).replaced(), "the older of one slot");
    }
}
