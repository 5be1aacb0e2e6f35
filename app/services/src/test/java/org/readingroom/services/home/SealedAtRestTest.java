package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// Reads the raw bytes of every file of a home that was used, write-ahead logs included.
// [utest->req~seal.at-rest~1]
class SealedAtRestTest {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir
    Path folder;

    @Test
    void rawBytesHoldNeitherPatientNorReportNorIdentifier() throws Exception {
        Path path = folder.resolve("home");
        try (Home home = QuickHome.demo(path);
                Session session = QuickHome.signIn(home, "radiologist")) {
            for (int i = 1; i <= 2; i++) {
                Path file = Files.write(
                        folder.resolve("in" + i),
                        SmallDicom.of(7, i)
                                .withPatient("Wang^XiaoDong=王^小东=", "PID73918264")
                                .bytes());
                session.imports().importPaths(List.of(file), Progress.IGNORED);
            }
            Study study = session.studies().study(new StudyUid("2.25.1007")).orElseThrow();
            session.annotations().save(study.uid(), "{\"instance\":\"2.25.1007.1.1\",\"text\":\"毛刺征\"}");
            session.worklist().setPriority(study.uid(), ReadingPriority.STAT);
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report first = Reports.written(open.report(), "首稿提到空洞。");
            session.reports().saveDraft(first, 0);
            Report second = Reports.written(open.report(), "右肺上叶磨玻璃影。");
            session.reports().saveDraft(second, 0);
            session.reports().sign(second, 0, Stage.PRIMARY, "", "demo".toCharArray());
            session.reports().saveDraft(second, 1);
            // Looked at while it is open: the write-ahead logs are full.
            look(path);
        }
        look(path);
    }

    private static void look(Path path) throws Exception {
        List<byte[]> files = new ArrayList<>();
        try (var walk = Files.walk(path)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        // The search finds what is meant to be readable, so it would find the rest.
        assertEquals(true, anywhere(files, "radiologist"));
        assertEquals(true, anywhere(files, "report.sign"));
        for (String secret : List.of(
                "王",
                "小东",
                "Wang",
                "XiaoDong",
                "PID73918264",
                "19610409",
                "2.25.1007",
                "ACC-",
                "结节",
                "空洞",
                "磨玻璃",
                "毛刺",
                "平扫",
                "Chest",
                "CHEST",
                "演示医院",
                "STAT")) {
            assertFalse(anywhere(files, secret), secret);
        }
    }

    private static boolean anywhere(List<byte[]> files, String text) {
        for (Charset charset : CHARSETS) {
            byte[] wanted = text.getBytes(charset);
            // A single Chinese character is two bytes in GB18030 and would be found by chance.
            if (wanted.length > 2 && files.stream().anyMatch(file -> contains(file, wanted))) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] file, byte[] wanted) {
        outer:
        for (int i = 0; i <= file.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (file[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
