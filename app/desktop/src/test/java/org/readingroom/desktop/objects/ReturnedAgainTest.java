package org.readingroom.desktop.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.services.reading.MadeObject;
import org.readingroom.services.reading.ObjectToMake;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.sr.MeasurementGroup;
import org.readingroom.viewer.sr.MeasurementGroups;
import org.readingroom.viewer.sr.StructuredReportReader;

/// What a later report tells of an earlier one: regions that are in the archive alone, and what was taken back.
class ReturnedAgainTest extends OnReturnedStudy {
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

    /// The reader took the region away: its volume was wrong, and no later report tells of it.
    // [utest->req~returned.region-taken-back~1]
    @Test
    void aRegionThatWasTakenAwayIsToldOfNoMore() throws Exception {
        RegionToReturn region = grown();
        List<ObjectToMake> wanted = plan(new ReturnSnapshot(
                        study.uid(),
                        List.of(reported(length(1))),
                        List.of(),
                        List.of(region),
                        List.of(),
                        Map.of(),
                        List.of()))
                .objects();
        Map<String, byte[]> bodies = written(wanted, 700);
        List<MadeObject> made = new ArrayList<>();
        Map<SopInstanceUid, byte[]> files = new HashMap<>();
        for (ObjectToMake one : wanted) {
            SopInstanceUid uid = new SopInstanceUid("2.25." + (700 + made.size()));
            made.add(new MadeObject(one.slot(), uid, new SeriesUid("2.25.1"), one.sopClassUid(), 1));
            files.put(uid, bodies.get(one.slot()));
        }
        ReturnSnapshot taken = snapshot(List.of(reported(length(1))), List.of(), List.of(), ImageLook.PLAIN)
                .takingBack(Set.of(region.trackingUid()));
        byte[] body = report(plan(taken, made, files))
                .writer()
                .write(origin(), Optional.of(made.get(1)), slot -> Optional.empty());
        assertEquals(List.of(), Dciodvfy.errors(Files.write(folder.resolve("sr.dcm"), body)));
        assertEquals(1, groups(body).size(), "the length alone");
        // the desk was put away since: the report that counts now does not name the region, so nothing is new
        made.set(1, new MadeObject("SR", new SopInstanceUid("2.25.800"), new SeriesUid("2.25.1"), "1.2.3", 2));
        files.put(new SopInstanceUid("2.25.800"), body);
        ReturnSnapshot later = snapshot(List.of(reported(length(1))), List.of(), List.of(), ImageLook.PLAIN);
        assertArrayEquals(
                report(plan(taken, made, files)).content(),
                report(plan(later, made, files)).content());
    }

    private static List<MeasurementGroup> groups(byte[] report) throws Exception {
        return MeasurementGroups.of(
                StructuredReportReader.read(DicomReader.read(report).dataSet()).orElseThrow());
    }
}
