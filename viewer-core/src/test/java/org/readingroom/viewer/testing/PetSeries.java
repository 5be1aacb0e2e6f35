package org.readingroom.viewer.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.nuclear.SuvUnits;
import org.readingroom.viewer.task.Priority;

/// A PET series of 8 x 8 pixels of 4 mm, 3 mm apart: 70 kg, male, 370 MBq of F-18 an hour before the scan.
///
/// The stored value is `100 slice + 10 row + column`, the slope that of the first slice times the number of the slice
/// from one.
public final class PetSeries implements FrameLoader {
    private static final int SIDE = 8;

    private final List<ImageHeader> headers;

    /// `size` is Patient's Size in metres, empty to leave it out.
    public PetSeries(int images, double slope, String size) {
        headers = IntStream.range(0, images)
                .mapToObj(k -> ImageHeader.of(image(k, slope, size)).orElseThrow())
                .toList();
    }

    private PetSeries(List<ImageHeader> headers) {
        this.headers = headers;
    }

    /// The same pixels under headers that lack an attribute.
    public PetSeries without(int tag) {
        return new PetSeries(headers.stream()
                .map(header -> ImageHeader.of(DataSetBuilder.create()
                                .addAll(header.dataSet())
                                .remove(tag)
                                .build())
                        .orElseThrow())
                .toList());
    }

    public List<ImageHeader> headers() {
        return headers;
    }

    /// The display set with the units that the headers allow.
    public DisplaySet set() {
        return SuvUnits.offer(DisplaySetRules.split(headers), headers).getFirst();
    }

    @Override
    public StoredPixels load(FrameRef frame, Priority priority) {
        int k = Integer.parseInt(frame.instance().value().substring("2.25.70".length()));
        ByteBuffer bytes = ByteBuffer.allocate(2 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SIDE * SIDE; i++) {
            bytes.putShort((short) (100 * k + 10 * (i / SIDE) + i % SIDE));
        }
        return new StoredPixels(headers.get(k).format(), bytes.array());
    }

    private static DataSet image(int k, double slope, String size) {
        DataSetBuilder header = DataSetBuilder.create()
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.70" + k)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.7")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.8")
                .text(Tag.MODALITY, Vr.CS, "PT")
                .text(Tag.SERIES_DATE, Vr.DA, "20260102")
                .text(Tag.SERIES_TIME, Vr.TM, "110000")
                .text(Tag.ACQUISITION_DATE, Vr.DA, "20260102")
                .text(Tag.ACQUISITION_TIME, Vr.TM, "110012.5")
                .text(Tag.CORRECTED_IMAGE, Vr.CS, "DECY", "ATTN", "SCAT", "RAN")
                .text(Tag.UNITS, Vr.CS, "BQML")
                .text(Tag.DECAY_CORRECTION, Vr.CS, "START")
                .text(Tag.PATIENT_SEX, Vr.CS, "M")
                .text(Tag.PATIENT_WEIGHT, Vr.DS, "70")
                .sequence(
                        Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .text(Tag.RADIONUCLIDE_TOTAL_DOSE, Vr.DS, "370000000")
                                .text(Tag.RADIONUCLIDE_HALF_LIFE, Vr.DS, "6586.2")
                                .text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "100000.00")
                                .build()))
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.9")
                .integers(Tag.ROWS, Vr.US, SIDE)
                .integers(Tag.COLUMNS, Vr.US, SIDE)
                .text(Tag.PIXEL_SPACING, Vr.DS, "4", "4")
                .text(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1", "0", "0", "0", "1", "0")
                .text(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "-14", "-14", Integer.toString(3 * k))
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, 16)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 1)
                .text(Tag.RESCALE_SLOPE, Vr.DS, Double.toString(slope * (k + 1)))
                .text(Tag.RESCALE_INTERCEPT, Vr.DS, "0")
                .text(Tag.WINDOW_CENTER, Vr.DS, "10000")
                .text(Tag.WINDOW_WIDTH, Vr.DS, "20001");
        return size.isEmpty()
                ? header.build()
                : header.text(Tag.PATIENT_SIZE, Vr.DS, size).build();
    }
}
