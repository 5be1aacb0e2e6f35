package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// A series of seven files, the fourth of which ends in the middle of its pixels.
// [utest->req~desk.broken-frames~1]
class BrokenFrameTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);
    private static final int SIDE = 32;

    @TempDir
    private Path folder;

    private final StepRunner tasks = new StepRunner();
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final ViewportModel view = desk.views().getFirst();

    static void series(Path folder) throws IOException {
        for (int k = 0; k < 7; k++) {
            Path file = folder.resolve(k + ".dcm");
            DataSetBuilder slice = DataSetBuilder.create()
                    .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
                    .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.30" + k)
                    .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
                    .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2")
                    .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.3")
                    .text(Tag.MODALITY, Vr.CS, "CT")
                    .text(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(k + 1))
                    .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                    .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                    .integers(Tag.ROWS, Vr.US, SIDE)
                    .integers(Tag.COLUMNS, Vr.US, SIDE)
                    .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                    .integers(Tag.BITS_STORED, Vr.US, 16)
                    .integers(Tag.HIGH_BIT, Vr.US, 15)
                    .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 1)
                    .decimals(Tag.PIXEL_SPACING, Vr.DS, 1, 1)
                    .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                    .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, 0, 0, 2.0 * k);
            byte[] pixels = new byte[2 * SIDE * SIDE];
            java.util.Arrays.fill(pixels, (byte) k);
            try (OutputStream out = Files.newOutputStream(file)) {
                DicomWriter.write(
                        out,
                        slice.build(),
                        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                        Optional.of(new PixelData.Native(
                                Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(pixels), pixels.length, false)));
            }
            if (k == 3) {
                byte[] whole = Files.readAllBytes(file);
                Files.write(file, java.util.Arrays.copyOf(whole, whole.length - SIDE * SIDE));
            }
        }
    }

    @Test
    void oneFrameIsLostAndTheOthersAreNot() throws IOException {
        series(folder);
        FolderStudy study = FolderStudy.of(folder);
        assertEquals(1, study.sets().size());
        desk.open(study.sets(), study);
        tasks.runAll();
        OpenSet set = desk.sets().getFirst();
        view.goTo(0);
        for (int k = 0; k < 7; k++) {
            assertEquals(k, view.index());
            Picture picture = view.picture(SIZE);
            if (k == 3) {
                Picture.Failed failed = assertInstanceOf(Picture.Failed.class, picture);
                assertEquals(List.of(), failed.arguments());
                assertEquals("viewer.codec.truncated", failed.messageKey());
            } else {
                Picture.Ready ready = assertInstanceOf(Picture.Ready.class, picture);
                assertEquals(
                        257 * k,
                        ReadoutSampler.at(ready.view(), true, ready.frame(), 32, 32)
                                .value());
            }
            view.scroll(1);
        }
        assertEquals(1, set.framesBroken());
        assertEquals(6, set.framesSeen());
    }

    @Test
    void aFileThatIsMendedIsReadAgainWhenTheSeriesIsShownAgain() throws IOException {
        series(folder);
        FolderStudy study = FolderStudy.of(folder);
        desk.open(study.sets(), study);
        tasks.runAll();
        OpenSet set = desk.sets().getFirst();
        assertEquals(1, set.framesBroken());
        byte[] good = Files.readAllBytes(folder.resolve("4.dcm"));
        Files.write(folder.resolve("3.dcm"), good);
        desk.show(set);
        tasks.runAll();
        assertEquals(0, set.framesBroken());
    }
}
