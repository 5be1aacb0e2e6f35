package org.readingroom.services.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// How long a study of 512 x 512 x 16 bit slices takes from the wish to the first image in the index, and to the last;
/// the archive is in memory, so that only this desk is measured: looking at files, sealing them, the disk, the index.
///
/// Arguments: how many slices, and a folder on the disk to be measured.
public final class FetchBenchmark {
    private FetchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int slices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        Path folder = Files.createTempDirectory(
                arguments.length > 1 ? Path.of(arguments[1]) : Path.of(System.getProperty("java.io.tmpdir")), "fetch");
        StudyUid[] studies = {new StudyUid("2.25.77001"), new StudyUid("2.25.77002"), new StudyUid("2.25.77003")};
        TestArchive archive = new TestArchive();
        byte[] pixels = new byte[512 * 512 * 2];
        new Random(5).nextBytes(pixels);
        try (LaneRunner lanes = new LaneRunner(Runnable::run);
                Home home = QuickHome.demo(folder.resolve("home"))) {
            Session session = QuickHome.signIn(home, "radiologist");
            CacheKeeper keeper = new CacheKeeper(
                    session.fetchStore().cached(),
                    session.audit(),
                    all -> all,
                    CacheLimits.DEFAULT,
                    new QuickHome.Clock(),
                    () -> Long.MAX_VALUE);
            for (StudyUid study : studies) {
                for (int number = 1; number <= slices; number++) {
                    archive.put(slice(study, number, pixels));
                }
                try (ArchiveFetcher fetcher =
                        new ArchiveFetcher(archive, session.fetchStore(), keeper, lanes, FetchOptions.defaults())) {
                    long began = System.nanoTime();
                    fetcher.want(study, Priority.ON_SCREEN);
                    long first = until(() -> fetcher.readiness(study).here() > 0) - began;
                    long all = until(() -> fetcher.readiness(study).isAllHere()) - began;
                    System.out.printf(
                            "%d slices: first %d ms, all %d ms, %.0f slices/s, %.0f MB/s%n",
                            slices, first / 1_000_000, all / 1_000_000, slices * 1e9 / all, slices * 524_288e3 / all);
                }
            }
        }
    }

    private interface Fact {
        boolean holds();
    }

    private static long until(Fact fact) throws InterruptedException {
        while (!fact.holds()) {
            Thread.sleep(1);
        }
        return System.nanoTime();
    }

    private static byte[] slice(StudyUid study, int number, byte[] pixels) throws IOException {
        String series = study.value() + ".1";
        DataSet set = DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, series + "." + number)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study.value())
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, series)
                .text(Tag.MODALITY, Vr.CS, "CT")
                .text(Tag.PATIENT_NAME, Vr.PN, "Bench^One")
                .text(Tag.PATIENT_ID, Vr.LO, "BENCH-1")
                .text(Tag.SERIES_NUMBER, Vr.IS, "1")
                .text(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(number))
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.ROWS, Vr.US, 512)
                .integers(Tag.COLUMNS, Vr.US, 512)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, 16)
                .integers(Tag.HIGH_BIT, Vr.US, 15)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream(pixels.length + 2048);
        PixelData data = new PixelData.Native(Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(pixels), pixels.length, false);
        DicomWriter.write(out, set, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.of(data));
        return out.toByteArray();
    }
}
