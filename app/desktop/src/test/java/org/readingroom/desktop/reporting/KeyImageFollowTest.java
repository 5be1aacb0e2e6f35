package org.readingroom.desktop.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.KeyImage;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;

// [utest->req~report.key-images~1]
class KeyImageFollowTest {
    private static final FrameRef MINE = new FrameRef(new SopInstanceUid("2.25.1"), 0);
    private static final FrameRef HERS = new FrameRef(new SopInstanceUid("2.25.2"), 0);

    private static KeyImage image(FrameRef frame, String caption) {
        return new KeyImage(new SeriesUid("2.25.9"), frame, new AnchorWindow(40, 400), caption);
    }

    private static List<KeyImage> follow(
            List<KeyImage> inReport, Map<FrameRef, String> before, Map<FrameRef, String> now) {
        return KeyImageFollow.follow(inReport, before, now, frame -> Optional.of(image(frame, "")));
    }

    @Test
    void whatIsMarkedComesInBehindWhatAColleaguePutIn() {
        List<KeyImage> hers = List.of(image(HERS, "胸腔积液"));
        assertEquals(List.of(image(HERS, "胸腔积液"), image(MINE, "结节")), follow(hers, Map.of(), Map.of(MINE, "结节")));
    }

    @Test
    void aNewNoteIsTheNewCaptionAndTheWindowStays() {
        assertEquals(
                List.of(image(MINE, "钙化结节")),
                follow(List.of(image(MINE, "结节")), Map.of(MINE, "结节"), Map.of(MINE, "钙化结节")));
    }

    @Test
    void whatIsTakenBackLeavesAndNothingElseDoes() {
        assertEquals(
                List.of(image(HERS, "胸腔积液")),
                follow(List.of(image(MINE, "结节"), image(HERS, "胸腔积液")), Map.of(MINE, "结节"), Map.of()));
    }

    @Test
    void aMarkThatWasThereBeforeAndIsNotInTheReportWasLeftOutByAPersonAndStaysOut() {
        assertEquals(List.of(), follow(List.of(), Map.of(MINE, "结节"), Map.of(MINE, "结节")));
    }

    @Test
    void aFrameOfNoSeriesHereIsNotPutIn() {
        assertEquals(
                List.of(), KeyImageFollow.follow(List.of(), Map.of(), Map.of(MINE, ""), frame -> Optional.empty()));
    }
}
