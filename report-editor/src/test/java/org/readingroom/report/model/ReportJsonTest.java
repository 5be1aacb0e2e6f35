package org.readingroom.report.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.json.exact~1]
class ReportJsonTest {
    @Test
    void aReportReadBackIsEqualAndWritesTheSameBytes() throws Exception {
        Report report = SampleReports.chestCt();
        byte[] json = ReportJson.write(report);
        Report again = ReportJson.read(json);
        assertEquals(report, again);
        assertArrayEquals(json, ReportJson.write(again));
    }

    @Test
    void aSignedReportKeepsItsBytes() throws Exception {
        SignedReport signed = new SignedReport(
                SampleReports.chestCt(), SampleReports.firstAct(), new byte[] {1, -2, 3}, "00ff", new byte[] {9});
        assertEquals(signed, ReportJson.readSigned(ReportJson.writeSigned(signed)));
    }

    /// Half a letter, as a broken clipboard or input method may leave one, must not stop the draft from being kept.
    @Test
    void halfALetterDoesNotStopTheDraft() throws Exception {
        for (String letter : new String[] {"\uD83E", "\uDE7B", "\uD83E\uD83E", "\uD83E\uDE7B"}) {
            Report report = SampleReports.chestCt()
                    .with(new Section(
                            SectionKind.FINDINGS,
                            List.of(ReportSentence.of("见" + letter + "结节。", SentenceOrigin.HUMAN))));
            assertEquals(report, ReportJson.read(ReportJson.write(report)));
        }
    }

    @Test
    void aFieldOfALaterMinorFormIsPassedOver() throws Exception {
        String json = new String(ReportJson.write(SampleReports.chestCt()), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"colourOfTheSky\":{\"deep\":[1]},");
        assertEquals(SampleReports.chestCt(), ReportJson.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aNewerFormAndAForeignFileAreRefusedByName() {
        String json = new String(ReportJson.write(SampleReports.chestCt()), StandardCharsets.UTF_8);
        assertEquals("report.file.newer", refusal(json.replace("\"formatVersion\":2", "\"formatVersion\":3")));
        assertEquals("report.file.foreign", refusal("{\"format\":\"other\"}"));
        assertEquals("report.file.broken", refusal(json.substring(0, json.length() / 2)));
        assertEquals("report.file.broken", refusal(json.replace("\"FINDINGS\"", "\"APPENDIX\"")));
    }

    @Test
    void cutAndGarbledFilesNeverThrowAnythingElse() {
        byte[] json = ReportJson.write(SampleReports.chestCt());
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bad = json.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            try {
                ReportJson.read(bad);
            } catch (ReportFormatException e) {
                assertFalse(String.valueOf(e.getMessage()).contains("测试"), "a patient's name in an exception");
            }
        }
    }

    private static String refusal(String json) {
        return assertThrows(ReportFormatException.class, () -> ReportJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .messageKey();
    }
}
