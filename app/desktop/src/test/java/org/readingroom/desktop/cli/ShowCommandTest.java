package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.testing.SharedData;

/// `show` against what DCMTK's dsrdump and numpy say of the same files.
// [utest->req~cli.show~1]
class ShowCommandTest {
    @Test
    void aReportIsReadableInBothLanguages() {
        CliRun english = CliRun.of("show", SharedData.path("document/sr-tid1500-zh.dcm"));
        assertEquals(0, english.exitCode(), english.err());
        assertTrue(english.lines().contains("      Length: 15.6 mm"), english.out());
        CliRun chinese = CliRun.inChinese("show", SharedData.path("document/sr-tid1500-zh.dcm"));
        assertTrue(chinese.out().contains("审核状态：未审核"), chinese.out());
        assertTrue(chinese.out().contains("Comment：右肺结节，边界清，建议随访。"), chinese.out());
    }

    @Test
    void aSegmentationShowsItsVolumes() {
        CliRun run = CliRun.of("show", "--json", SharedData.path("series/ct-3slice-with-seg/SEG-liver.dcm"));
        // numpy: 107098 voxels of 0.656986439209 mm³
        assertTrue(run.out().contains("\"volumeMl\":\"70.361934\""), run.out());
        assertEquals(1, run.lines().size());
    }

    @Test
    void aPictureIsRefusedInWords() {
        CliRun run = CliRun.of("show", SharedData.path("series/ct-3slice-with-seg/01.dcm"));
        assertEquals(1, run.exitCode());
        assertEquals(List.of(), run.lines());
        assertTrue(run.err().contains("render"), run.err());
    }
}
