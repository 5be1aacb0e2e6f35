package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.dicom.DataSet;

/// Which detector, energy window and interval each frame of a nuclear medicine image belongs to.
///
/// Time slots are a beating heart and stay one cine, unless every slot holds slices or views of its own.
///
/// **Source:** DICOM PS3.3 section C.8.4.8, table C.8-8.
final class NuclearVectors {
    private static final int ENERGY_WINDOW_VECTOR = 0x00540010;
    private static final int DETECTOR_VECTOR = 0x00540020;
    private static final int ROTATION_VECTOR = 0x00540050;
    private static final int RR_INTERVAL_VECTOR = 0x00540060;
    private static final int TIME_SLOT_VECTOR = 0x00540070;
    private static final int SLICE_VECTOR = 0x00540080;
    private static final int ANGULAR_VIEW_VECTOR = 0x00540090;
    private static final int TIME_SLICE_VECTOR = 0x00540100;

    private NuclearVectors() {}

    /// What the frame must not be scrolled together with the others for; empty when all are alike.
    static String key(DataSet data, int frame) {
        List<String> parts = new ArrayList<>();
        add(parts, data, ENERGY_WINDOW_VECTOR, frame, "E");
        add(parts, data, DETECTOR_VECTOR, frame, "D");
        add(parts, data, ROTATION_VECTOR, frame, "R");
        add(parts, data, RR_INTERVAL_VECTOR, frame, "RR");
        if (data.contains(SLICE_VECTOR) || data.contains(ANGULAR_VIEW_VECTOR)) {
            add(parts, data, TIME_SLOT_VECTOR, frame, "T");
        }
        if (data.contains(SLICE_VECTOR)) {
            add(parts, data, TIME_SLICE_VECTOR, frame, "T");
        }
        return String.join(" ", parts);
    }

    /// The number of the frame's slice, from one; 0 when the vector does not reach it.
    static int slice(DataSet data, int frame) {
        int[] vector = data.integers(SLICE_VECTOR);
        return frame < vector.length ? vector[frame] : 0;
    }

    private static void add(List<String> parts, DataSet data, int tag, int frame, String sign) {
        int[] vector = data.integers(tag);
        boolean differs = false;
        for (int value : vector) {
            differs |= value != vector[0];
        }
        if (differs && frame < vector.length) {
            parts.add(sign + vector[frame]);
        }
    }
}
