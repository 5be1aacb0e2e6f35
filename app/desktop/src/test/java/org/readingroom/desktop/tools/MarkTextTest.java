package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;

class MarkTextTest {
    private static final Annotation MARK = new Annotation.Length(
            new AnnotationId("m"),
            new Placement.OnFrame(new SeriesUid("2.25.2"), new FrameRef(new SopInstanceUid("2.25.4"), 0)),
            Vec3.ZERO,
            new Vec3(1, 0, 0),
            "结节");

    // [utest->req~tools.label-text~1]
    @Test
    void everyNumberHasItsUnitInBothLanguages() {
        Measured measured = new Measured(
                MARK.id(),
                List.of(
                        new Measurement(Quantity.AREA, 123.449, "mm2"),
                        new Measurement(Quantity.MEAN, -812.35, "[hnsf'U]"),
                        new Measurement(Quantity.STANDARD_DEVIATION, 12.04, "[hnsf'U]"),
                        new Measurement(Quantity.MINIMUM, -900, "[hnsf'U]"),
                        new Measurement(Quantity.MAXIMUM, -0.01, "[hnsf'U]"),
                        new Measurement(Quantity.COUNT, 1234, "1")),
                List.of("viewer.scale.none"));
        assertEquals(
                List.of(
                        "结节",
                        "Area 123.4 mm²",
                        "Mean −812.4 HU",
                        "SD 12.0 HU",
                        "Min −900.0  Max −0.0100 HU",
                        "Pixels 1234",
                        "no spacing in the file: measured in pixels"),
                new MarkText(Messages.of(Locale.ENGLISH)).lines(MARK, measured));
        assertEquals(
                List.of(
                        "结节",
                        "面积 123.4 mm²",
                        "均值 −812.4 HU",
                        "标准差 12.0 HU",
                        "最小 −900.0  最大 −0.0100 HU",
                        "像素数 1234",
                        "文件无像素间距：以像素测量"),
                new MarkText(Messages.of(Locale.SIMPLIFIED_CHINESE)).lines(MARK, measured));
    }

    @Test
    void lengthsAndAnglesAreOneNumber() {
        assertEquals("12.3 mm", MarkText.withUnit(new Measurement(Quantity.LENGTH, 12.345, "mm")));
        assertEquals("89.9°", MarkText.withUnit(new Measurement(Quantity.ANGLE, 89.94, "deg")));
        assertEquals("7.0 px", MarkText.withUnit(new Measurement(Quantity.LENGTH, 7, "{pixels}")));
        assertEquals("0.0", MarkText.number(-0.00001));
    }
}
