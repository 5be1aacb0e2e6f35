package org.readingroom.viewer.gpu.jogl;

import com.jogamp.common.nio.Buffers;
import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.gpu.GpuMemory;
import org.readingroom.viewer.render.PictureTooLargeException;
import org.readingroom.viewer.volume.ColourSlice;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// A volume on the card: its samples layer by layer, and the scale and padding of each layer beside them.
///
/// A layered 2D texture rather than a 3D one: cards allow it several times larger sides.
final class VolumeTexture implements AutoCloseable {
    /// The texture unit that no picture is drawn from, see [Texture].
    private static final int UPLOAD_UNIT = 7;

    private final GL3 gl;
    private final GpuMemory memory;
    private final Texture samples;
    private final @Nullable Slice[] held;
    private Texture scales;

    VolumeTexture(GL3 gl, GpuMemory memory, Volume volume) throws PictureTooLargeException {
        int[] limit = new int[1];
        gl.glGetIntegerv(GL.GL_MAX_TEXTURE_SIZE, limit, 0);
        int side = limit[0];
        gl.glGetIntegerv(GL2ES3.GL_MAX_ARRAY_TEXTURE_LAYERS, limit, 0);
        if (volume.columns() > side || volume.rows() > side || volume.depth() > Math.min(limit[0], side)) {
            throw new PictureTooLargeException(
                    "volume of " + volume.columns() + " x " + volume.rows() + " x " + volume.depth());
        }
        this.gl = gl;
        this.memory = memory;
        this.held = new Slice[volume.depth()];
        long bytes = volume.slices().stream().mapToLong(Slice::sizeBytes).sum();
        samples = new Texture(gl, memory, GL2ES3.GL_TEXTURE_2D_ARRAY, bytes);
        gl.glTexImage3D(
                GL2ES3.GL_TEXTURE_2D_ARRAY,
                0,
                volume.isColour() ? GL2ES3.GL_R32I : GL2ES3.GL_R16I,
                volume.columns(),
                volume.rows(),
                volume.depth(),
                0,
                GL2ES3.GL_RED_INTEGER,
                volume.isColour() ? GL2ES2.GL_INT : GL.GL_SHORT,
                null);
        if (gl.glGetError() != GL.GL_NO_ERROR) {
            samples.close();
            throw new PictureTooLargeException("no room on the card for " + bytes + " bytes");
        }
        upload(volume);
        scales = scales(gl, memory, volume);
    }

    /// Takes over a later snapshot of the same growing volume: only slices that are new are uploaded.
    void grow(Volume volume) {
        samples.bind(UPLOAD_UNIT);
        upload(volume);
        scales.close();
        scales = scales(gl, memory, volume);
    }

    @SuppressWarnings("ReferenceEquality") // the very slice: comparing samples costs more than uploading them
    private void upload(Volume volume) {
        int pixels = volume.columns() * volume.rows();
        ShortBuffer shorts = volume.isColour() ? null : Buffers.newDirectShortBuffer(pixels);
        IntBuffer ints = volume.isColour() ? Buffers.newDirectIntBuffer(pixels) : null;
        for (int k = 0; k < volume.depth(); k++) {
            Slice slice = volume.slices().get(k);
            if (held[k] == slice) {
                continue;
            }
            held[k] = slice;
            switch (slice) {
                case GreySlice grey
                when shorts != null -> {
                    shorts.put(0, grey.samples());
                    layer(gl, volume, k, GL.GL_SHORT, shorts);
                }
                case ColourSlice colour
                when ints != null -> {
                    ints.put(0, colour.argb());
                    layer(gl, volume, k, GL2ES2.GL_INT, ints);
                }
                default -> throw new IllegalStateException("slices of a volume differ in kind");
            }
        }
    }

    private static void layer(GL3 gl, Volume volume, int k, int type, java.nio.Buffer data) {
        gl.glTexSubImage3D(
                GL2ES3.GL_TEXTURE_2D_ARRAY,
                0,
                0,
                0,
                k,
                volume.columns(),
                volume.rows(),
                1,
                GL2ES3.GL_RED_INTEGER,
                type,
                data);
    }

    /// One texel a layer: slope, intercept, lowest and highest padding sample; low above high for none.
    private static Texture scales(GL3 gl, GpuMemory memory, Volume volume) {
        FloatBuffer values = Buffers.newDirectFloatBuffer(4 * volume.depth());
        for (Slice slice : volume.slices()) {
            if (slice instanceof GreySlice grey) {
                GreySlice.PaddingRange padding = grey.padding();
                values.put(grey.slope())
                        .put(grey.intercept())
                        .put(padding == null ? 1 : padding.low())
                        .put(padding == null ? 0 : padding.high());
            } else {
                values.put(1).put(0).put(1).put(0);
            }
        }
        values.flip();
        Texture texture = new Texture(gl, memory, GL.GL_TEXTURE_2D, 16L * volume.depth());
        gl.glTexImage2D(GL.GL_TEXTURE_2D, 0, GL.GL_RGBA32F, volume.depth(), 1, 0, GL.GL_RGBA, GL.GL_FLOAT, values);
        return texture;
    }

    long bytes() {
        return samples.bytes();
    }

    void bind(int samplesUnit, int scalesUnit) {
        samples.bind(samplesUnit);
        scales.bind(scalesUnit);
    }

    @Override
    public void close() {
        samples.close();
        scales.close();
    }
}
