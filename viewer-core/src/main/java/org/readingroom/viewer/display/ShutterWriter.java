package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Vr;

/// Writes the shutter of a presentation state; [ShutterReader#shutter] is the way back.
///
/// Rectangle, circle and polygon; a bitmap is an overlay and is not written.
///
/// **Source:** DICOM PS3.3 sections C.7.6.11, C.11.12.
public final class ShutterWriter {
    private static final int SHAPE = 0x00181600;
    private static final int PRESENTATION_VALUE = 0x00181622;

    private ShutterWriter() {}

    /// Writes nothing where no shape can be written.
    public static void write(DataSetBuilder made, DisplayShutter shutter) {
        List<String> shapes = new ArrayList<>();
        DisplayShutter.Rectangle rectangle = shutter.rectangle();
        if (rectangle != null) {
            shapes.add("RECTANGULAR");
            made.integers(0x00181602, Vr.IS, rectangle.left() + 1L)
                    .integers(0x00181604, Vr.IS, rectangle.right() + 1L)
                    .integers(0x00181606, Vr.IS, rectangle.top() + 1L)
                    .integers(0x00181608, Vr.IS, rectangle.bottom() + 1L);
        }
        DisplayShutter.Circle circle = shutter.circle();
        if (circle != null) {
            shapes.add("CIRCULAR");
            made.integers(0x00181610, Vr.IS, circle.row() + 1L, circle.column() + 1L)
                    .integers(0x00181612, Vr.IS, circle.radius());
        }
        if (!shutter.polygon().isEmpty()) {
            shapes.add("POLYGONAL");
            long[] vertices = new long[2 * shutter.polygon().size()];
            for (int i = 0; i < shutter.polygon().size(); i++) {
                vertices[2 * i] = shutter.polygon().get(i).row() + 1L;
                vertices[2 * i + 1] = shutter.polygon().get(i).column() + 1L;
            }
            made.integers(0x00181620, Vr.IS, vertices);
        }
        if (!shapes.isEmpty()) {
            made.text(SHAPE, Vr.CS, shapes.toArray(String[]::new))
                    .integers(PRESENTATION_VALUE, Vr.US, (shutter.argb() & 0xFFL) * 257);
        }
    }
}
