package org.readingroom.viewer.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.FrameTime.Source;

/// Times of headers as they come, and as they should not.
// [utest->req~display.frame-time~1]
class FrameTimeReaderTest {
    private static final int DISPLAY_RATE = 0x00082144;
    private static final int SEQUENCING = 0x00181244;

    @Test
    void eachAttributeIsReadAndNamed() {
        check(33.3, Source.FRAME_TIME, b -> b.text(Tag.FRAME_TIME, Vr.DS, "33.3"));
        check(40, Source.DISPLAY_RATE, b -> b.text(DISPLAY_RATE, Vr.IS, "25"));
        check(50, Source.CINE_RATE, b -> b.text(Tag.CINE_RATE, Vr.IS, "20"));
        check(0, Source.NONE, b -> b);
    }

    @Test
    void theTimeTheFramesWereTakenGoesBeforeTheRateTheyShouldBeShownAt() {
        check(
                33.3,
                Source.FRAME_TIME,
                b -> b.text(Tag.FRAME_TIME, Vr.DS, "33.3")
                        .text(DISPLAY_RATE, Vr.IS, "10")
                        .text(Tag.CINE_RATE, Vr.IS, "30"));
        check(100, Source.DISPLAY_RATE, b -> b.text(DISPLAY_RATE, Vr.IS, "10").text(Tag.CINE_RATE, Vr.IS, "30"));
    }

    @Test
    void aVectorHoldsTheTimeSinceTheFrameBefore() {
        List<FrameTime> times = times(b -> b.text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0", "20", "60", "40"));
        assertEquals(
                List.of(20.0, 60.0, 40.0, 40.0),
                times.stream().map(FrameTime::ms).toList());
        assertEquals(Source.FRAME_TIME_VECTOR, times.getFirst().source());
        // Frame Increment Pointer says which of the two holds
        UnaryOperator<DataSetBuilder> both =
                b -> b.text(Tag.FRAME_TIME, Vr.DS, "10").text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0", "20", "60", "40");
        assertEquals(10, times(both).get(1).ms());
        assertEquals(
                60,
                times(b -> both.apply(b).integers(Tag.FRAME_INCREMENT_POINTER, Vr.AT, Tag.FRAME_TIME_VECTOR))
                        .get(1)
                        .ms());
    }

    @Test
    void whatIsNoTimeIsPassedOver() {
        check(50, Source.CINE_RATE, b -> b.text(Tag.FRAME_TIME, Vr.DS, "0").text(Tag.CINE_RATE, Vr.IS, "20"));
        check(0, Source.NONE, b -> b.text(Tag.FRAME_TIME, Vr.DS, "-5").text(Tag.CINE_RATE, Vr.IS, "0"));
        check(0, Source.NONE, b -> b.text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0", "20"));
        check(0, Source.NONE, b -> b.text(Tag.FRAME_TIME_VECTOR, Vr.DS, "0", "20", "0", "40"));
    }

    @Test
    void toAndFroIsKept() {
        assertEquals(
                true, times(b -> b.integers(SEQUENCING, Vr.US, 1)).getFirst().swings());
        assertEquals(false, times(b -> b).getFirst().swings());
    }

    private static void check(double ms, Source source, UnaryOperator<DataSetBuilder> change) {
        FrameTime first = times(change).getFirst();
        assertEquals(ms, first.ms(), 1e-9);
        assertEquals(source, first.source());
    }

    /// The times of four frames.
    private static List<FrameTime> times(UnaryOperator<DataSetBuilder> change) {
        DataSetBuilder data = change.apply(
                Headers.image("1.2.840.10008.5.1.4.1.1.3.1", "US", 1).text(Tag.NUMBER_OF_FRAMES, Vr.IS, "4"));
        ImageHeader header = ImageHeader.of(data.build()).orElseThrow();
        return FrameDescriber.frames(header).stream()
                .map(frame -> frame.facts().frameTime())
                .toList();
    }
}
