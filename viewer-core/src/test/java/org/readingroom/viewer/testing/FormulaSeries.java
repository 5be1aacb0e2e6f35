package org.readingroom.viewer.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.task.Priority;

/// A CT series made by formula, from its headers on: every stored value is the formula at the place that Image
/// Position, Image Orientation and Pixel Spacing give the pixel, worked out here by PS3.3 equation C.7.6.2.1-1 and
/// not by the program.
///
/// **Units:** the formula takes millimetres and gives HU, rounded to whole ones.
public final class FormulaSeries implements FrameLoader {
    public static final int COLUMNS = 24;
    public static final int ROWS = 20;
    public static final double ROW_MM = 1.25;
    public static final double COLUMN_MM = 0.8;

    private final Vec3 row;
    private final Vec3 column;
    private final ToDoubleFunction<Vec3> hu;
    private final List<ImageHeader> headers = new ArrayList<>();
    private final Map<SopInstanceUid, Vec3> positions = new HashMap<>();

    /// `row` and `column` are the direction cosines of Image Orientation (Patient).
    public FormulaSeries(Vec3 row, Vec3 column, ToDoubleFunction<Vec3> hu) {
        this.row = row;
        this.column = column;
        this.hu = hu;
    }

    /// Adds a slice; the order of adding is that of the instance numbers.
    public FormulaSeries slice(Vec3 position) {
        int number = headers.size() + 1;
        String uid = "2.25.500" + number;
        DataSetBuilder data = DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, uid)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2")
                .text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, "2.25.3")
                .text(Tag.MODALITY, Vr.CS, "CT")
                .text(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(number))
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .integers(Tag.ROWS, Vr.US, ROWS)
                .integers(Tag.COLUMNS, Vr.US, COLUMNS)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, 16)
                .integers(Tag.HIGH_BIT, Vr.US, 15)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 1)
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0)
                .decimals(Tag.PIXEL_SPACING, Vr.DS, ROW_MM, COLUMN_MM)
                .decimals(Tag.IMAGE_POSITION_PATIENT, Vr.DS, position.x(), position.y(), position.z())
                .decimals(
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        Vr.DS,
                        row.x(),
                        row.y(),
                        row.z(),
                        column.x(),
                        column.y(),
                        column.z());
        positions.put(new SopInstanceUid(uid), position);
        headers.add(ImageHeader.of(data.build()).orElseThrow());
        return this;
    }

    /// The one display set of the series. **Errors:** [IllegalStateException] when the rules made several.
    public DisplaySet set() {
        List<DisplaySet> sets = DisplaySetRules.split(headers);
        if (sets.size() != 1) {
            throw new IllegalStateException(sets.size() + " display sets");
        }
        return sets.getFirst();
    }

    /// The place of a pixel centre by the standard's equation.
    public Vec3 place(Vec3 position, double columnIndex, double rowIndex) {
        return new Vec3(
                position.x() + row.x() * COLUMN_MM * columnIndex + column.x() * ROW_MM * rowIndex,
                position.y() + row.y() * COLUMN_MM * columnIndex + column.y() * ROW_MM * rowIndex,
                position.z() + row.z() * COLUMN_MM * columnIndex + column.z() * ROW_MM * rowIndex);
    }

    @Override
    public StoredPixels load(FrameRef frame, Priority priority) {
        Vec3 position = positions.get(frame.instance());
        ByteBuffer bytes = ByteBuffer.allocate(2 * COLUMNS * ROWS).order(ByteOrder.LITTLE_ENDIAN);
        for (int j = 0; j < ROWS; j++) {
            for (int i = 0; i < COLUMNS; i++) {
                bytes.putShort((short) Math.round(hu.applyAsDouble(place(position, i, j))));
            }
        }
        return new StoredPixels(headers.getFirst().format(), bytes.array());
    }
}
