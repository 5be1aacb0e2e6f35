package org.readingroom.viewer.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.readingroom.viewer.viewport.ViewTransform;

/// A cut as numbers: modality values (HU) instead of greys.
///
/// **Shape:** `height × width`, row-major, top left first; NaN where nothing is.
/// **Owner:** `values` belongs to whoever asked for it.
public record ModalityImage(int width, int height, float[] values, ViewTransform transform) {
    public float value(int column, int row) {
        return values[row * width + column];
    }

    /// Little-endian signed 16-bit, rounded and clamped; `nothing` where there is no value.
    public byte[] toShorts(short nothing) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(2, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(
                    Float.isNaN(value)
                            ? nothing
                            : (short) Math.clamp((long) Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return bytes.array();
    }

    /// Little-endian 32-bit IEEE 754; NaN where there is no value.
    public byte[] toFloats() {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(4, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
