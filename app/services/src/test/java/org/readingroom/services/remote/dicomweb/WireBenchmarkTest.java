package org.readingroom.services.remote.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.testing.Orthanc;

/// The benchmark of the wire counts what really came; how quick it was, only a quiet machine can say.
// [utest->req~archive.speed~1]
class WireBenchmarkTest {
    @TempDir
    private Path folder;

    @Test
    void filesAndBytesAreThoseOfTheSeries() throws Exception {
        List<byte[]> files = List.of(
                SmallDicom.of(1, 1).bytes(),
                SmallDicom.of(1, 2).bytes(),
                SmallDicom.of(1, 3).bytes());
        double megabytes = files.stream().mapToInt(file -> file.length).sum() / 1e6 / files.size();
        List<WireBenchmark.Figure> figures;
        try (Orthanc orthanc = Orthanc.start(folder);
                LaneRunner lanes = new LaneRunner(Runnable::run)) {
            orthanc.store(files);
            SmallDicom first = SmallDicom.of(1, 1);
            figures = new WireBenchmark(HttpServer.open(orthanc.dicomWeb()), lanes)
                    .measure(new StudyUid(first.study()), new SeriesUid(first.series()), 1);
        }
        assertEquals(
                List.of("series 1", "series 4", "instance 1", "instance 4", "instance 8"),
                figures.stream()
                        .map(figure -> figure.name() + " " + figure.requests())
                        .toList());
        for (WireBenchmark.Figure figure : figures) {
            assertEquals(megabytes, figure.megabytesPerSecond() / figure.filesPerSecond(), 1e-9, figure.name());
            assertEquals(megabytes, figure.bareMegabytesPerSecond() / figure.bareFilesPerSecond(), 1e-9);
            assertTrue(figure.ratio() > 0);
        }
    }
}
