package org.readingroom.viewer.gpu.jogl;

import com.jogamp.common.nio.Buffers;
import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL2GL3;
import com.jogamp.opengl.GL3;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.gpu.GpuMemory;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.render.PictureTooLargeException;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// The textures kept on the card between pictures; the volumes least recently drawn go first.
final class TextureShelf {
    /// chosen: fits beside a desktop on a 2 GB card; a chest CT takes 150 MB.
    private static final long BUDGET_BYTES = 1L << 30;

    private static final int TABLE_WIDTH = 1024;

    private final GL3 gl;
    private final GpuMemory memory;
    private final Deque<Held> volumes = new ArrayDeque<>();
    private final Map<Palette, Texture> palettes = new HashMap<>();
    private Voi.@Nullable Table tableHeld;
    private @Nullable Texture table;

    private record Held(Volume volume, VolumeTexture texture) {
        /// Stacks make a new volume of the same slice for every picture.
        @SuppressWarnings("ReferenceEquality") // the very slice: comparing samples costs more than uploading them
        boolean isOf(Volume other) {
            if (volume == other) {
                return true;
            }
            Slice mine = volume.slices().getFirst();
            return volume.depth() == 1
                    && other.depth() == 1
                    && mine == other.slices().getFirst();
        }
    }

    TextureShelf(GL3 gl, GpuMemory memory) {
        this.gl = gl;
        this.memory = memory;
    }

    VolumeTexture volume(Volume volume) throws PictureTooLargeException {
        for (Held held : volumes) {
            if (held.isOf(volume)) {
                volumes.remove(held);
                volumes.addFirst(held);
                return held.texture();
            }
            if (held.volume().isSameSeries(volume)) {
                held.texture().grow(volume);
                volumes.remove(held);
                volumes.addFirst(new Held(volume, held.texture()));
                return held.texture();
            }
        }
        long wanted = volume.slices().stream().mapToLong(Slice::sizeBytes).sum();
        if (wanted > BUDGET_BYTES) {
            throw new PictureTooLargeException("a volume of " + wanted + " bytes is beyond the room on the card");
        }
        long held = volumes.stream().mapToLong(h -> h.texture().bytes()).sum();
        while (!volumes.isEmpty() && held + wanted > BUDGET_BYTES) {
            Held oldest = volumes.removeLast();
            held -= oldest.texture().bytes();
            oldest.texture().close();
        }
        VolumeTexture texture = new VolumeTexture(gl, memory, volume);
        volumes.addFirst(new Held(volume, texture));
        return texture;
    }

    Texture palette(Palette palette) {
        return palettes.computeIfAbsent(palette, p -> {
            IntBuffer argb = Buffers.newDirectIntBuffer(p.toArgb());
            Texture texture = new Texture(gl, memory, GL.GL_TEXTURE_2D, 4L * Palette.STEPS);
            gl.glTexImage2D(
                    GL.GL_TEXTURE_2D,
                    0,
                    GL.GL_RGBA8,
                    Palette.STEPS,
                    1,
                    0,
                    GL.GL_BGRA,
                    GL2GL3.GL_UNSIGNED_INT_8_8_8_8_REV,
                    argb);
            return texture;
        });
    }

    /// The entries of a VOI LUT, in rows of `TABLE_WIDTH`.
    @SuppressWarnings("ReferenceEquality") // the same table, not one that looks alike: comparing entries costs more
    Texture table(Voi.Table wanted) {
        Texture held = table;
        if (held != null && tableHeld == wanted) {
            return held;
        }
        if (held != null) {
            held.close();
        }
        int rows = (wanted.values().length + TABLE_WIDTH - 1) / TABLE_WIDTH;
        IntBuffer entries = Buffers.newDirectIntBuffer(rows * TABLE_WIDTH);
        entries.put(0, wanted.values());
        Texture texture = new Texture(gl, memory, GL.GL_TEXTURE_2D, 4L * rows * TABLE_WIDTH);
        gl.glTexImage2D(
                GL.GL_TEXTURE_2D,
                0,
                GL2ES3.GL_R32I,
                TABLE_WIDTH,
                rows,
                0,
                GL2ES3.GL_RED_INTEGER,
                com.jogamp.opengl.GL2ES2.GL_INT,
                entries);
        table = texture;
        tableHeld = wanted;
        return texture;
    }

    /// Origin and step of every row, side by side; closed by who asked for it.
    Texture lines(List<ResolvedCurve.Row> of) {
        int rows = (2 * of.size() + TABLE_WIDTH - 1) / TABLE_WIDTH;
        FloatBuffer values = Buffers.newDirectFloatBuffer(4 * rows * TABLE_WIDTH);
        for (ResolvedCurve.Row row : of) {
            for (Vec3 v : List.of(row.origin(), row.du())) {
                values.put((float) v.x()).put((float) v.y()).put((float) v.z()).put(0);
            }
        }
        values.clear();
        Texture texture = new Texture(gl, memory, GL.GL_TEXTURE_2D, 16L * rows * TABLE_WIDTH);
        gl.glTexImage2D(GL.GL_TEXTURE_2D, 0, GL.GL_RGBA32F, TABLE_WIDTH, rows, 0, GL.GL_RGBA, GL.GL_FLOAT, values);
        return texture;
    }

    void clear() {
        volumes.forEach(held -> held.texture().close());
        volumes.clear();
        palettes.values().forEach(Texture::close);
        palettes.clear();
        if (table != null) {
            table.close();
            table = null;
            tableHeld = null;
        }
    }
}
