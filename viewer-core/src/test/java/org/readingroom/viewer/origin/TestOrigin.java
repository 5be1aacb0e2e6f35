package org.readingroom.viewer.origin;

import java.time.LocalDateTime;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.phantom.SyntheticInstance;

/// Somebody who makes objects at a fixed time.
public final class TestOrigin {
    public static final Origin ORIGIN = new Origin(
            new SopInstanceUid("2.25.3001"),
            new SeriesUid("2.25.3002"),
            7001,
            1,
            "Measurements",
            LocalDateTime.of(2026, 3, 4, 15, 16, 17),
            "李医生",
            "zh-CN",
            new Origin.Device("2.25.3003", "0a1b2c3d", "1.0.0"));

    private TestOrigin() {}

    public static SourceImage image(SyntheticInstance instance) {
        return image(instance.dataSet());
    }

    public static SourceImage image(DataSet dataSet) {
        return SourceImage.of(dataSet).orElseThrow();
    }
}
