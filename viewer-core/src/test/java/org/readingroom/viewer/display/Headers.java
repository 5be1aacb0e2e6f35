package org.readingroom.viewer.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Headers for tests: from the shared data, or made by hand.
final class Headers {
    static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    static final String DX = "1.2.840.10008.5.1.4.1.1.1.1";
    static final String SC = "1.2.840.10008.5.1.4.1.1.7";

    private Headers() {}

    static List<ImageHeader> folder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<ImageHeader> headers = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ImageHeader.of(DicomReader.read(file)).ifPresent(headers::add);
            }
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DicomException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A 4 x 3 grey image (rows x columns) of one series; the caller adds the rest.
    static DataSetBuilder image(String sopClass, String modality, int number) {
        return DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, sopClass)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.100" + number)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2")
                .text(Tag.MODALITY, Vr.CS, modality)
                .text(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(number))
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .integers(Tag.ROWS, Vr.US, 4)
                .integers(Tag.COLUMNS, Vr.US, 3)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, 16)
                .integers(Tag.HIGH_BIT, Vr.US, 15)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 1);
    }

    /// An axial CT slice at height `z`.
    static DataSetBuilder slice(int number, double z) {
        return image(CT, "CT", number)
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.3")
                .decimals(Tag.PIXEL_SPACING, Vr.DS, 0.5, 0.5)
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 0, 1, 0)
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, -10, -20, z);
    }

    static ImageHeader header(DataSetBuilder builder) {
        return ImageHeader.of(builder.build()).orElseThrow();
    }

    static ImageFrame frame(DataSetBuilder builder) {
        return FrameDescriber.frames(header(builder)).getFirst();
    }
}
