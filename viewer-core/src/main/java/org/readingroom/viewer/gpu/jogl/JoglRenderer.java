package org.readingroom.viewer.gpu.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2GL3;
import com.jogamp.opengl.GL3;
import com.jogamp.opengl.GLOffscreenAutoDrawable;
import java.nio.IntBuffer;
import java.util.List;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.gpu.GpuMemory;
import org.readingroom.viewer.gpu.GraphicsDriver;
import org.readingroom.viewer.render.PictureTooLargeException;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.render.Renderer;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;

/// Draws on the graphics card: one triangle over the picture, everything else in the fragment shader.
///
/// Samples and blends exactly as the processor's renderer does; interpolation by the texture unit is not used, its
/// weights have eight bits only and break narrow windows.
///
/// **Thread:** the one that opened it; the context stays current there.
// [impl->req~view.renderers-agree~1]
final class JoglRenderer implements Renderer {
    private static final int WORDS = 0;
    private static final int SCALES = 1;
    private static final int COLOURS = 2;
    private static final int TABLE = 3;

    private final GLOffscreenAutoDrawable drawable;
    private final GL3 gl;
    private final GraphicsDriver driver;
    private final GpuMemory memory = new GpuMemory();
    private final ShaderProgram program;
    private final PictureTarget target;
    private final TextureShelf shelf;
    private boolean closed;

    JoglRenderer(GLOffscreenAutoDrawable drawable, GL3 gl, GraphicsDriver driver) throws RenderException {
        this.drawable = drawable;
        this.gl = gl;
        this.driver = driver;
        this.program = new ShaderProgram(gl, memory);
        this.target = new PictureTarget(gl, memory);
        this.shelf = new TextureShelf(gl, memory);
        gl.glDisable(GL.GL_BLEND);
        gl.glDisable(GL.GL_DEPTH_TEST);
        gl.glDisable(GL.GL_DITHER);
        gl.glDisable(GL.GL_FRAMEBUFFER_SRGB);
    }

    @Override
    public void render(ResolvedView view, IntBuffer argb) throws RenderException {
        if (closed) {
            throw new IllegalStateException("the renderer is closed");
        }
        target.size(view.width(), view.height());
        VolumeTexture volume = shelf.volume(view.volume());
        program.use();
        volume.bind(WORDS, SCALES);
        shelf.palette(view.palette()).bind(COLOURS);
        program.integer("voxels", WORDS);
        program.integer("scales", SCALES);
        program.integer("colours", COLOURS);
        program.integer("table", TABLE);
        program.integers(
                "size",
                view.volume().columns(),
                view.volume().rows(),
                view.volume().depth());
        vector("origin", view.origin());
        vector("du", view.du());
        vector("dv", view.dv());
        vector("dn", view.dn());
        program.integer("samples", view.samples());
        program.integer("projection", view.projection().ordinal());
        program.integer("linear", view.interpolation() == Interpolation.LINEAR ? 1 : 0);
        program.integer("inverse", view.inverse() ? 1 : 0);
        program.integer("colour", view.volume().isColour() ? 1 : 0);
        program.integer("padded", view.volume().hasPadding() ? 1 : 0);
        window(view.voi());
        gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3);
        argb.clear();
        gl.glReadPixels(0, 0, view.width(), view.height(), GL.GL_BGRA, GL2GL3.GL_UNSIGNED_INT_8_8_8_8_REV, argb);
        int error = gl.glGetError();
        if (error == GL.GL_OUT_OF_MEMORY) {
            shelf.clear();
            throw new PictureTooLargeException("out of memory on the card");
        }
        if (error != GL.GL_NO_ERROR) {
            throw new RenderException(
                    "viewer.renderer.gl-failed", List.of(Integer.toHexString(error)), "GL error " + error, null);
        }
    }

    private void window(Voi voi) {
        switch (voi) {
            case Voi.Window w -> {
                program.integer("curve", w.function().ordinal());
                program.floats("window", (float) w.center(), (float) w.width());
            }
            case Voi.Table t -> {
                program.integer("curve", 3);
                program.integer("first", t.firstMapped());
                program.integer("entries", t.values().length);
                program.floats("window", 0, (float) ((1L << t.bits()) - 1));
                shelf.table(t).bind(TABLE);
            }
        }
    }

    private void vector(String name, Vec3 v) {
        program.floats(name, (float) v.x(), (float) v.y(), (float) v.z());
    }

    /// What is alive on the card; for tests.
    GpuMemory memory() {
        return memory;
    }

    @Override
    public String describe() {
        return driver.shortName();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            shelf.clear();
            target.close();
            program.close();
            JoglCard.release(drawable);
        }
    }
}
