package org.readingroom.viewer.returned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.origin.TestOrigin;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.presentation.PresentationStateWriter;
import org.readingroom.viewer.sr.KeyObjects;
import org.readingroom.viewer.sr.KeyObjectsWriter;
import org.readingroom.viewer.sr.SrCode;

/// Nothing we write about any image is held against us by dciodvfy.
class WrittenObjectsTest {
    static List<String> names() {
        return Sources.names();
    }

    // [utest->req~returned.report~1]
    // [utest->req~returned.general~1]
    @ParameterizedTest
    @MethodSource("names")
    void aReportHasNoError(String name) throws IOException, InterruptedException {
        SourceImage image = Sources.image(name);
        SourceImages images = new SourceImages(List.of(image));
        MeasurementReport report = MeasurementReport.of(Sources.marks(image), List.of(), images);
        assertEquals(5, report.groups().size(), "the arrow measures nothing");
        assertEquals(0, report.left());
        DataSet written = report.write(image, TestOrigin.ORIGIN, List.of(), List.of());
        assertEquals(List.of(), Dciodvfy.errors(written));
    }

    // [utest->req~presentation.write~1]
    @ParameterizedTest
    @MethodSource("names")
    void aPresentationStateHasNoError(String name) throws IOException, InterruptedException {
        SourceImage image = Sources.image(name);
        SourceImages images = new SourceImages(List.of(image));
        MarkedStates made = MarkedStates.of("Marks", Sources.marks(image), List.of(), images, ref -> ImageLook.PLAIN);
        assertEquals(1, made.states().size());
        for (PresentationState state : made.states()) {
            DataSet written = PresentationStateWriter.write(state, TestOrigin.ORIGIN, images);
            assertEquals(List.of(), Dciodvfy.errors(written));
        }
    }

    // [utest->req~sr.key-objects-written~1]
    @ParameterizedTest
    @MethodSource("names")
    void aKeyObjectSelectionHasNoErrorAndIsReadBackEqual(String name) throws IOException, InterruptedException {
        SourceImage image = Sources.image(name);
        SourceImages images = new SourceImages(List.of(image));
        KeyObjects selection = new KeyObjects(
                SrCode.OF_INTEREST,
                List.<CodedEntry>of(),
                "左上肺结节\n随访",
                List.of(image.reference(image.frames().size() - 1)));
        DataSet written = KeyObjectsWriter.write(selection, TestOrigin.ORIGIN, images);
        assertEquals(List.of(), Dciodvfy.errors(written));
        KeyObjects read = KeyObjects.of(written).orElseThrow();
        assertEquals(selection, read);
        assertTrue(read.covers(image.frames().getLast().ref()));
    }
}
