package org.readingroom.viewer.gpu.jogl;

import com.jogamp.common.nio.Buffers;
import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.gpu.GpuMemory;
import org.readingroom.viewer.render.EmptySpace;
import org.readingroom.viewer.render.PictureTooLargeException;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.render.SceneLight;
import org.readingroom.viewer.render.SceneRays;
import org.readingroom.viewer.render.SceneShelf;
import org.readingroom.viewer.render.SceneTable;
import org.readingroom.viewer.viewport.ResolvedScene;

/// Draws volume renderings into the current frame buffer, with the samples of the processor's rays.
// [impl->req~view.volume-rendering~1]
final class RayPass implements AutoCloseable {
    private static final int WORDS = 0;
    private static final int SCALES = 1;
    private static final int TRANSFER = 2;
    private static final int AWAY = 3;
    private static final int TABLE_WIDTH = 1024;
    /// chosen: a strip ends long before a system takes a busy card for hung.
    private static final int STRIP_HEIGHT = 64;

    private final GL3 gl;
    private final GpuMemory memory;
    private final ShaderProgram program;
    private final SceneShelf space = new SceneShelf();
    private @Nullable EmptySpace held;
    private @Nullable Texture away;

    RayPass(GL3 gl, GpuMemory memory) throws RenderException {
        this.gl = gl;
        this.memory = memory;
        program = new ShaderProgram(gl, memory, "scene.frag");
    }

    void draw(ResolvedScene scene, TextureShelf shelf) throws PictureTooLargeException {
        VolumeTexture volume = shelf.volume(scene.volume());
        SceneTable table = new SceneTable(scene);
        EmptySpace empty = space.empty(scene, table);
        Texture distances = away(empty);
        try (Texture transfer = transfer(table)) {
            program.use();
            volume.bind(WORDS, SCALES);
            transfer.bind(TRANSFER);
            distances.bind(AWAY);
            program.integer("voxels", WORDS);
            program.integer("scales", SCALES);
            program.integer("transfer", TRANSFER);
            program.integer("away", AWAY);
            uniforms(scene, table, empty);
            strips(scene);
        }
    }

    private void uniforms(ResolvedScene scene, SceneTable table, EmptySpace empty) {
        program.integers(
                "size",
                scene.volume().columns(),
                scene.volume().rows(),
                scene.volume().depth());
        program.integers("cubes", empty.across(), empty.down(), empty.deep());
        program.integer("shift", EmptySpace.SHIFT);
        program.vector("origin", scene.origin());
        program.vector("du", scene.du());
        program.vector("dv", scene.dv());
        program.vector("dn", scene.dn());
        program.vector("low", scene.clip().low());
        program.vector("high", scene.clip().high());
        SceneLight towards = SceneLight.of(scene, 1);
        program.vector("light", towards.light());
        program.vector("squares", towards.squares());
        program.vector("products", towards.products());
        program.floats("entries", table.low(), table.perValue());
        program.integer("count", SceneTable.ENTRIES);
        program.floats("clear", SceneRays.clear(scene.quality()));
        program.integer("shaded", scene.isShaded() ? 1 : 0);
        program.integer("padded", scene.volume().hasPadding() ? 1 : 0);
    }

    private void strips(ResolvedScene scene) {
        gl.glEnable(GL.GL_SCISSOR_TEST);
        for (int row = 0; row < scene.height(); row += STRIP_HEIGHT) {
            gl.glScissor(0, row, scene.width(), Math.min(STRIP_HEIGHT, scene.height() - row));
            gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3);
            gl.glFlush();
        }
        gl.glDisable(GL.GL_SCISSOR_TEST);
    }

    private Texture transfer(SceneTable table) {
        FloatBuffer values = Buffers.newDirectFloatBuffer(table.rgba());
        int rows = SceneTable.ENTRIES / TABLE_WIDTH;
        Texture texture = new Texture(gl, memory, GL.GL_TEXTURE_2D, 16L * SceneTable.ENTRIES);
        gl.glTexImage2D(GL.GL_TEXTURE_2D, 0, GL.GL_RGBA32F, TABLE_WIDTH, rows, 0, GL.GL_RGBA, GL.GL_FLOAT, values);
        return texture;
    }

    /// Kept while the volume and its transfer function stay.
    private Texture away(EmptySpace empty) {
        Texture texture = away;
        if (texture != null && held == empty) {
            return texture;
        }
        clear();
        ByteBuffer values = Buffers.newDirectByteBuffer(empty.away());
        texture = new Texture(gl, memory, GL2ES3.GL_TEXTURE_2D_ARRAY, values.capacity());
        gl.glTexImage3D(
                GL2ES3.GL_TEXTURE_2D_ARRAY,
                0,
                GL2ES3.GL_R8UI,
                empty.across(),
                empty.down(),
                empty.deep(),
                0,
                GL2ES3.GL_RED_INTEGER,
                GL.GL_UNSIGNED_BYTE,
                values);
        away = texture;
        held = empty;
        return texture;
    }

    void clear() {
        if (away != null) {
            away.close();
            away = null;
            held = null;
        }
    }

    @Override
    public void close() {
        clear();
        program.close();
    }
}
