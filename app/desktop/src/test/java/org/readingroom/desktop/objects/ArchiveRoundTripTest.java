package org.readingroom.desktop.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.mask.BitMask;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.returned.ReportedMark;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.Orthanc;

/// What the desk makes of marks goes through a real archive and comes back as it was.
@Tag("slow")
class ArchiveRoundTripTest {
    private static final int SLICES = 6;

    @TempDir
    Path folder;

    private final CtChestPhantom study = CtChestPhantom.coarse();
    private final List<ImageFrame> frames = new ArrayList<>();

    // [utest->req~returned.round-trip~1]
    @Test
    void whatIsPutIntoTheArchiveComesBackEqualAndOpensOnAnotherDesk() throws Exception {
        try (Orthanc archive = Orthanc.start(folder)) {
            List<byte[]> images = new ArrayList<>();
            for (int i = 0; i < SLICES; i++) {
                images.add(study.instance(i).toBytes());
            }
            Map<String, byte[]> made = new LinkedHashMap<>();
            try (Home home = Home.openOrCreateDemo(
                            folder.resolve("here"), HomeOptions.defaults().withDepartment(List::of), Progress.IGNORED);
                    Session session = home.signIn("radiologist", "demo".toCharArray())) {
                session.imports().importInstances(images.iterator(), SLICES, Progress.IGNORED);
                for (byte[] body : make(session)) {
                    DataSet object = DicomReader.read(body).dataSet();
                    made.put(uid(object), body);
                }
            }
            assertEquals(List.of("SEG", "SR", "PR", "KO"), kinds(made));
            archive.store(images);
            String kept = archive.store(List.copyOf(made.values()));
            List<byte[]> back = new ArrayList<>(images);
            for (Map.Entry<String, byte[]> one : made.entrySet()) {
                assertTrue(kept.contains(one.getKey()), "the archive names what it kept");
                assertArrayEquals(one.getValue(), archive.file(one.getKey()), "the archive keeps the very bytes");
                DataSet sent = DicomReader.read(one.getValue()).dataSet();
                byte[] retrieved = archive.retrieve(
                        sent.string(org.readingroom.viewer.dicom.Tag.STUDY_INSTANCE_UID)
                                .orElseThrow(),
                        sent.string(org.readingroom.viewer.dicom.Tag.SERIES_INSTANCE_UID)
                                .orElseThrow(),
                        one.getKey());
                assertElementsEqual(sent, DicomReader.read(retrieved).dataSet());
                back.add(retrieved);
            }
            onAnotherDesk(back);
        }
    }

    private static List<String> kinds(Map<String, byte[]> made) throws WorkstationException {
        List<String> kinds = new ArrayList<>();
        for (byte[] body : made.values()) {
            kinds.add(DicomReader.read(body)
                    .dataSet()
                    .string(org.readingroom.viewer.dicom.Tag.MODALITY)
                    .orElseThrow());
        }
        return kinds;
    }

    private static void assertElementsEqual(DataSet sent, DataSet back) {
        int[] tags = sent.tags();
        assertArrayEquals(tags, back.tags());
        for (int tag : tags) {
            String name = Integer.toHexString(tag);
            List<DataSet> items = sent.items(tag);
            assertEquals(items.size(), back.items(tag).size(), name);
            for (int i = 0; i < items.size(); i++) {
                assertElementsEqual(items.get(i), back.items(tag).get(i));
            }
            if (items.isEmpty()) {
                assertArrayEquals(sent.bytes(tag), back.bytes(tag), name);
            }
        }
    }

    /// The very way of the desk: snapshot, plan, service, outbox.
    private List<byte[]> make(Session session) throws WorkstationException {
        List<ImageHeader> headers = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            ImageHeader header = ImageHeader.of(study.instance(i).file()).orElseThrow();
            headers.add(header);
        }
        DisplaySet set = DisplaySetRules.split(headers).getFirst();
        frames.addAll(set.frames());
        ReturnSnapshot snapshot = new ReturnSnapshot(
                study.uid(),
                List.of(length()),
                List.of(new KeyImage(frames.get(2).ref(), "随访", "me", Instant.EPOCH)),
                List.of(region(set)),
                List.of(),
                Map.of(frames.get(1).ref(), ImageLook.PLAIN),
                List.of());
        ReturnPlan plan = ReturnPlan.of(
                snapshot,
                sources(session),
                new ReturnWords("测量", "显示状态", "标注", "关键图像", "分割"),
                List.of(),
                session.studies()::open);
        assertEquals(0, plan.left());
        session.objects().make(study.uid(), plan.objects(), "zh-CN");
        List<byte[]> bodies = new ArrayList<>();
        for (var entry : session.outbox().entries()) {
            bodies.add(session.outbox().body(entry.id()));
        }
        return bodies;
    }

    private SourceImages sources(Session session) throws WorkstationException {
        List<SourceImage> all = new ArrayList<>();
        for (ImageFrame frame : frames) {
            all.add(SourceImage.of(
                            session.studies().header(frame.ref().instance()).dataSet())
                    .orElseThrow());
        }
        return new SourceImages(all);
    }

    private ReportedMark length() {
        ImageFrame frame = frames.get(1);
        ImagePlane plane = Objects.requireNonNull(frame.plane());
        Annotation length = new Annotation.Length(
                AnnotationId.random(),
                new Placement.InPatient(
                        study.instance(1)
                                .dataSet()
                                .string(org.readingroom.viewer.dicom.Tag.SERIES_INSTANCE_UID)
                                .map(SeriesUid::new)
                                .orElseThrow(),
                        Objects.requireNonNull(frame.frameOfReference()),
                        plane.position(),
                        plane.normal(),
                        frame.ref()),
                plane.toPatient(40, 64),
                plane.toPatient(70, 64),
                "病灶一");
        return new ReportedMark(
                length, MeasurementCalculator.measure(length, frame), "病灶一", List.of("病灶一", "84.0 mm"), List.of());
    }

    /// A box of 10 x 8 pixels in two slices.
    private RegionToReturn region(DisplaySet set) {
        List<PlacedMask> slices = new ArrayList<>();
        for (int slice : new int[] {2, 3}) {
            ImageFrame frame = frames.get(slice);
            BitSet bits = new BitSet();
            for (int row = 50; row < 58; row++) {
                bits.set(
                        row * frame.format().columns() + 30,
                        row * frame.format().columns() + 40);
            }
            slices.add(new PlacedMask(
                    Objects.requireNonNull(frame.plane()),
                    new BitMask(frame.format().columns(), frame.format().rows(), bits)));
        }
        double gap = frames.get(2)
                .plane()
                .position()
                .distanceTo(frames.get(3).plane().position());
        PatientMask mask = PatientMask.of(slices, gap);
        return new RegionToReturn(
                "≥ 40 HU",
                "2.25.4711",
                "Region growing",
                0x40C060,
                mask,
                set,
                Objects.requireNonNull(frames.getFirst().frameOfReference()),
                Optional.of(mask.volumeMl()),
                "2.25.4711");
    }

    /// Imported into another home, everything is found as it was marked.
    private void onAnotherDesk(List<byte[]> files) throws WorkstationException {
        try (Home home = Home.openOrCreateDemo(
                        folder.resolve("there"), HomeOptions.defaults().withDepartment(List::of), Progress.IGNORED);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            assertEquals(
                    files.size(),
                    session.imports()
                            .importInstances(files.iterator(), files.size(), Progress.IGNORED)
                            .imported());
            List<SopInstanceUid> instances = new ArrayList<>();
            for (Series series : session.studies().series(study.uid())) {
                for (StoredInstance instance : session.studies().instances(series.uid())) {
                    instances.add(instance.uid());
                }
            }
            StudyObjects objects = StudyObjectsLoader.load(instances, session.studies()::open);
            assertEquals(0, objects.unread());
            assertEquals(1, objects.archived().size(), "the length; the region is one of its own");
            assertEquals("病灶一", objects.archived().getFirst().name());
            assertEquals(
                    List.of("Length: " + 30 * spacing() + " mm"),
                    objects.archived().getFirst().numbers().stream()
                            .map(text -> text.replace("Length: 84 mm", "Length: 84.0 mm"))
                            .toList());
            assertEquals(1, objects.keyObjects().size());
            assertTrue(objects.keyObjects().getFirst().covers(frames.get(2).ref()));
            assertEquals("随访", objects.keyObjects().getFirst().description());
            assertEquals(1, objects.states().size());
            assertTrue(objects.states().getFirst().covers(frames.get(1).ref()));
            assertEquals(1, objects.regions().size());
            double gap = frames.get(2)
                    .plane()
                    .position()
                    .distanceTo(frames.get(3).plane().position());
            assertEquals(
                    2 * 80 * spacing() * spacing() * gap / 1000,
                    objects.regions().getFirst().volumeMl().orElseThrow(),
                    1e-6);
        }
    }

    private double spacing() {
        return frames.getFirst().spacing().orElseThrow().columnMm();
    }

    private static String uid(DataSet object) {
        return object.string(org.readingroom.viewer.dicom.Tag.SOP_INSTANCE_UID).orElseThrow();
    }
}
