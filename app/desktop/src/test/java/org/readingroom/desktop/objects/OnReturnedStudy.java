package org.readingroom.desktop.objects;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.reading.MadeObject;
import org.readingroom.services.reading.ObjectToMake;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.geometry.ImagePlane;
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
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.returned.ReportedMark;

/// Five slices of a chest CT, marks on them, and what is made of those without a disk.
abstract class OnReturnedStudy {
    static final ReturnWords WORDS = new ReturnWords("SR", "PR", "marks", "KO", "SEG");
    static final int SLICES = 5;

    final CtChestPhantom study = CtChestPhantom.coarse();
    final List<SourceImage> images = new ArrayList<>();

    @TempDir
    Path folder;

    DisplaySet set = set();

    @BeforeEach
    void draw() {
        images.clear();
        for (int i = 0; i < SLICES; i++) {
            images.add(SourceImage.of(study.instance(i).dataSet()).orElseThrow());
        }
        set = set();
    }

    DisplaySet set() {
        List<ImageHeader> headers = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            headers.add(ImageHeader.of(study.instance(i).file()).orElseThrow());
        }
        return DisplaySetRules.split(headers).getFirst();
    }

    Placement.InPatient on(int slice) {
        ImageFrame frame = set.frames().get(slice);
        ImagePlane plane = Objects.requireNonNull(frame.plane());
        return new Placement.InPatient(
                set.series(),
                Objects.requireNonNull(frame.frameOfReference()),
                plane.position(),
                plane.normal(),
                frame.ref());
    }

    Annotation length(int slice) {
        ImagePlane plane = Objects.requireNonNull(set.frames().get(slice).plane());
        return new Annotation.Length(
                new AnnotationId("length " + slice), on(slice), plane.toPatient(3, 4), plane.toPatient(13, 4), "");
    }

    static ReportedMark reported(Annotation mark, Measurement... more) {
        List<Measurement> all =
                new ArrayList<>(MeasurementCalculator.measure(mark, null).measurements());
        all.addAll(List.of(more));
        return new ReportedMark(mark, new Measured(mark.id(), all, List.of()), "name", List.of("12 mm"), List.of());
    }

    ReturnSnapshot snapshot(List<ReportedMark> marks, List<KeyImage> keys, List<ContourGroup> groups, ImageLook look) {
        Map<FrameRef, ImageLook> looks = new HashMap<>();
        set.frames().forEach(frame -> looks.put(frame.ref(), look));
        return new ReturnSnapshot(study.uid(), marks, keys, List.of(), groups, looks, List.of());
    }

    ReturnPlan plan(ReturnSnapshot snapshot) {
        return plan(snapshot, List.of(), Map.of());
    }

    /// With what was made before.
    ReturnPlan plan(ReturnSnapshot snapshot, List<MadeObject> made, Map<SopInstanceUid, byte[]> files) {
        return ReturnPlan.of(snapshot, new SourceImages(images), WORDS, made, uid -> DicomReader.read(files.get(uid)));
    }

    /// As the service does it, without a disk.
    static Map<String, byte[]> written(List<ObjectToMake> objects, int first) throws WorkstationException {
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

    static ObjectToMake report(ReturnPlan plan) {
        return plan.objects().stream()
                .filter(one -> one.slot().equals("SR"))
                .findFirst()
                .orElseThrow();
    }

    static Origin origin() {
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

    RegionToReturn grown() {
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

    static MadeObject object(String slot, int number) {
        return new MadeObject(slot, new SopInstanceUid("2.25." + number), new SeriesUid("2.25.99"), "1.2.3", number);
    }
}
