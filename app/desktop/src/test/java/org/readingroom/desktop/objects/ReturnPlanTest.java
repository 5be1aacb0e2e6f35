package org.readingroom.desktop.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.reading.MadeObject;
import org.readingroom.services.reading.ObjectToMake;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.BitMask;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.presentation.SpatialTransform;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.returned.ReportedMark;
import org.readingroom.viewer.segment.SegmentationReader;
import org.readingroom.viewer.sr.MeasurementGroup;
import org.readingroom.viewer.sr.MeasurementGroups;
import org.readingroom.viewer.sr.StructuredReportReader;

/// What a snapshot of marks asks for, and what the loader makes of it again.
class ReturnPlanTest {
    private static final ReturnWords WORDS = new ReturnWords("SR", "PR", "marks", "KO", "SEG");
    private static final int SLICES = 5;

    private final CtChestPhantom study = CtChestPhantom.coarse();
    private final List<SourceImage> images = new ArrayList<>();

    @TempDir
    Path folder;

    private DisplaySet set = set();

    @BeforeEach
    void draw() {
        images.clear();
        for (int i = 0; i < SLICES; i++) {
            images.add(SourceImage.of(study.instance(i).dataSet()).orElseThrow());
        }
        set = set();
    }

    private DisplaySet set() {
        List<ImageHeader> headers = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            headers.add(ImageHeader.of(study.instance(i).file()).orElseThrow());
        }
        return DisplaySetRules.split(headers).getFirst();
    }

    private Placement.InPatient on(int slice) {
        ImageFrame frame = set.frames().get(slice);
        ImagePlane plane = Objects.requireNonNull(frame.plane());
        return new Placement.InPatient(
                set.series(),
                Objects.requireNonNull(frame.frameOfReference()),
                plane.position(),
                plane.normal(),
                frame.ref());
    }

    private Annotation length(int slice) {
        ImagePlane plane = Objects.requireNonNull(set.frames().get(slice).plane());
        return new Annotation.Length(
                new AnnotationId("length " + slice), on(slice), plane.toPatient(3, 4), plane.toPatient(13, 4), "");
    }

    private static ReportedMark reported(Annotation mark, Measurement... more) {
        List<Measurement> all =
                new ArrayList<>(MeasurementCalculator.measure(mark, null).measurements());
        all.addAll(List.of(more));
        return new ReportedMark(mark, new Measured(mark.id(), all, List.of()), "name", List.of("12 mm"), List.of());
    }

    private ReturnSnapshot snapshot(
            List<ReportedMark> marks, List<KeyImage> keys, List<ContourGroup> groups, ImageLook look) {
        Map<FrameRef, ImageLook> looks = new HashMap<>();
        set.frames().forEach(frame -> looks.put(frame.ref(), look));
        return new ReturnSnapshot(study.uid(), marks, keys, List.of(), groups, looks, List.of());
    }

    private ReturnPlan plan(ReturnSnapshot snapshot) {
        return plan(snapshot, List.of(), Map.of());
    }

    /// With what was made before.
    private ReturnPlan plan(ReturnSnapshot snapshot, List<MadeObject> made, Map<SopInstanceUid, byte[]> files) {
        return ReturnPlan.of(snapshot, new SourceImages(images), WORDS, made, uid -> DicomReader.read(files.get(uid)));
    }

    /// As the service does it, without a disk.
    private static Map<String, byte[]> written(List<ObjectToMake> objects, int first) throws WorkstationException {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        Map<String, MadeObject> made = new HashMap<>();
        for (ObjectToMake one : objects) {
            MadeObject object = new MadeObject(
                    one.slot(),
                    new SopInstanceUid("2.25." + (first + bodies.size())),
                    new SeriesUid(NewUid.named(one.modality())),
                    one.sopClassUid(),
                    1);
            Origin origin = new Origin(
                    object.instance(),
                    object.series(),
                    one.seriesNumber(),
                    1,
                    one.description(),
                    LocalDateTime.of(2026, 3, 4, 5, 6),
                    "李",
                    "zh-CN",
                    new Origin.Device("2.25.3", "1", "1"));
            bodies.put(
                    one.slot(),
                    one.writer().write(origin, Optional.empty(), slot -> Optional.ofNullable(made.get(slot))));
            made.put(one.slot(), object);
        }
        return bodies;
    }

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

    // [utest->req~returned.carried~1]
    @Test
    void aReportThatCarriesNothingNeedsNoOlderFile() throws Exception {
        MadeObject made = object("SR", 1);
        ReturnSnapshot snapshot = snapshot(List.of(reported(length(1))), List.of(), List.of(), ImageLook.PLAIN);
        ReturnPlan plan = ReturnPlan.of(snapshot, new SourceImages(images), WORDS, List.of(made), uid -> {
            throw new WorkstationException("viewer.file.unreadable", "it is gone");
        });
        assertTrue(report(plan).writer().write(origin(), Optional.of(made), slot -> Optional.empty()).length > 0);
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

    /// The desk was put away in between: the region is in the archive alone, its volume goes on in the
    /// report.
    // [utest->req~returned.carried~1]
    @Test
    void aRegionGrownBeforeIsToldOfByTheReportThatTakesThePlaceOfTheOther() throws Exception {
        RegionToReturn region = grown();
        ReturnSnapshot first = new ReturnSnapshot(
                study.uid(), List.of(reported(length(1))), List.of(), List.of(region), List.of(), Map.of(), List.of());
        List<ObjectToMake> wanted = plan(first).objects();
        Map<String, byte[]> bodies = written(wanted, 700);
        List<MadeObject> made = new ArrayList<>();
        Map<SopInstanceUid, byte[]> files = new HashMap<>();
        for (ObjectToMake one : wanted) {
            SopInstanceUid uid = new SopInstanceUid("2.25." + (700 + made.size()));
            made.add(new MadeObject(one.slot(), uid, new SeriesUid("2.25.1"), one.sopClassUid(), 1));
            files.put(uid, bodies.get(one.slot()));
        }
        ReturnSnapshot same = snapshot(List.of(reported(length(1))), List.of(), List.of(), ImageLook.PLAIN);
        ObjectToMake unchanged = report(plan(same, made, files));
        assertArrayEquals(report(plan(first)).content(), unchanged.content(), "put away is not changed");
        ReturnSnapshot later =
                snapshot(List.of(reported(length(1)), reported(length(2))), List.of(), List.of(), ImageLook.PLAIN);
        byte[] body = report(plan(later, made, files))
                .writer()
                .write(origin(), Optional.of(made.get(1)), slot -> Optional.empty());
        assertEquals(List.of(), Dciodvfy.errors(Files.write(folder.resolve("sr.dcm"), body)));
        List<MeasurementGroup> groups = MeasurementGroups.of(
                StructuredReportReader.read(DicomReader.read(body).dataSet()).orElseThrow());
        assertEquals(3, groups.size());
        assertEquals("≥ 40 HU", groups.getLast().trackingIdentifier());
        assertEquals("7.5", groups.getLast().quantities().getFirst().value().number());
    }

    /// Every mark was deleted: the wrong number does not stand in the archive for ever.
    // [utest->req~returned.withdrawn~1]
    @Test
    void aReportWhoseMarksAreAllDeletedIsTakenBack() throws Exception {
        ReturnSnapshot none = snapshot(List.of(), List.of(), List.of(), ImageLook.PLAIN);
        assertEquals(List.of(), plan(none).objects(), "nothing was there before");
        List<ObjectToMake> wanted = plan(snapshot(List.of(reported(length(1))), List.of(), List.of(), ImageLook.PLAIN))
                .objects();
        byte[] before = written(wanted, 800).get("SR");
        MadeObject made = object("SR", 800);
        ReturnPlan plan = plan(none, List.of(made), Map.of(made.instance(), before));
        byte[] body = report(plan).writer().write(origin(), Optional.of(made), slot -> Optional.empty());
        assertEquals(List.of(), Dciodvfy.errors(Files.write(folder.resolve("sr.dcm"), body)));
        Map<SopInstanceUid, byte[]> files = Map.of(made.instance(), before, origin().instance(), body);
        assertEquals(
                List.of(),
                StudyObjectsLoader.load(List.copyOf(files.keySet()), uid -> DicomReader.read(files.get(uid)))
                        .archived(),
                "whoever reads both shows neither");
        Annotation gone = new Annotation.Length(
                new AnnotationId("c"),
                new Placement.OnFrame(set.series(), new FrameRef(new SopInstanceUid("2.25.9"), 0)),
                Vec3.ZERO,
                new Vec3(1, 0, 0),
                "");
        assertEquals(
                List.of(),
                plan(
                                snapshot(List.of(reported(gone)), List.of(), List.of(), ImageLook.PLAIN),
                                List.of(made),
                                Map.of(made.instance(), before))
                        .objects(),
                "a mark whose image is gone was not taken back");
    }

    private static ObjectToMake report(ReturnPlan plan) {
        return plan.objects().stream()
                .filter(one -> one.slot().equals("SR"))
                .findFirst()
                .orElseThrow();
    }

    private static Origin origin() {
        return new Origin(
                new SopInstanceUid("2.25.999"),
                new SeriesUid("2.25.998"),
                7001,
                2,
                "SR",
                LocalDateTime.of(2026, 3, 4, 5, 6),
                "李",
                "en",
                new Origin.Device("2.25.3", "1", "1"));
    }

    private RegionToReturn grown() {
        ImageFrame frame = set.frames().get(2);
        BitSet bits = new BitSet();
        bits.set(5000, 5020);
        PatientMask mask = PatientMask.of(
                List.of(new PlacedMask(Objects.requireNonNull(frame.plane()), new BitMask(128, 128, bits))), 4);
        return new RegionToReturn(
                "≥ 40 HU",
                "2.25.4712",
                "Region growing",
                0x40C060,
                mask,
                set,
                on(2).frameOfReference(),
                Optional.of(7.5),
                "2.25.4712");
    }

    private static MadeObject object(String slot, int number) {
        return new MadeObject(slot, new SopInstanceUid("2.25." + number), new SeriesUid("2.25.99"), "1.2.3", number);
    }
}
