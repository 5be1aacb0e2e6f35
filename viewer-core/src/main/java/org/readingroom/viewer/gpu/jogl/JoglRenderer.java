package org.readingroom.viewer.gpu.jogl;

import com.jogamp.common.nio.Buffers;
import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL2GL3;
import com.jogamp.opengl.GL3;
import com.jogamp.opengl.GLOffscreenAutoDrawable;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.gpu.GpuMemory;
import org.readingroom.viewer.gpu.GraphicsDriver;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.render.IncompleteHatch;
import org.readingroom.viewer.render.LayerPainter;
import org.readingroom.viewer.render.PictureTooLargeException;
import org.readingroom.viewer.render.ProcessedPicture;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.render.Renderer;
import org.readingroom.viewer.render.SlabPlanes;
import org.readingroom.viewer.render.VolumeFocus;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.volume.Volume;

/// Draws on the graphics card: one triangle over the picture, everything else in the fragment shader.
///
/// Samples and blends exactly as the processor's renderer does; interpolation by the texture unit is not used,
/// its weights have eight bits only and break narrow windows.
///
/// **Thread:** the one that opened it; the context stays current there.
// [impl->req~view.renderers-agree~1]
final class JoglRenderer implements Renderer {
    private static final int WORDS = 0;
    private static final int SCALES = 1;
    private static final int COLOURS = 2;
    private static final int TABLE = 3;
    private static final int LINES = 4;
    /// As in the shader.
    private static final float NOTHING = -3.0e38f;

    private enum Purpose {
        PICTURE,
        OVERLAY,
        NUMBERS
    }

    private final GLOffscreenAutoDrawable drawable;
    private final GL3 gl;
    private final GraphicsDriver driver;
    private final GpuMemory memory = new GpuMemory();
    private final ShaderProgram program;
    private final PictureTarget target;
    private final PictureTarget numbers;
    private final TextureShelf shelf;
    private final RayPass rays;
    private final VolumeFocus focus = new VolumeFocus();
    private boolean closed;

    JoglRenderer(GLOffscreenAutoDrawable drawable, GL3 gl, GraphicsDriver driver) throws RenderException {
        this.drawable = drawable;
        this.gl = gl;
        this.driver = driver;
        this.program = new ShaderProgram(gl, memory, "slice.frag");
        this.rays = new RayPass(gl, memory);
        this.target = new PictureTarget(gl, memory, GL.GL_RGBA8);
        this.numbers = new PictureTarget(gl, memory, GL.GL_R32F);
        this.shelf = new TextureShelf(gl, memory);
        gl.glDisable(GL.GL_BLEND);
        gl.glDisable(GL.GL_DEPTH_TEST);
        gl.glDisable(GL.GL_DITHER);
        gl.glDisable(GL.GL_FRAMEBUFFER_SRGB);
    }

    @Override
    public void render(ResolvedPicture picture, IntBuffer argb) throws RenderException {
        if (closed) {
            throw new IllegalStateException("the renderer is closed");
        }
        argb.clear();
        switch (picture) {
            case ResolvedView asked -> {
                ResolvedView view = focus.on(asked);
                if (view.processing().isNone()) {
                    view(view, argb);
                } else {
                    processed(view, argb);
                }
                LayerPainter.paint(view, argb);
                IncompleteHatch.over(view, argb);
            }
            case ResolvedCurve curve -> {
                curve(curve, argb);
                IncompleteHatch.over(curve, argb);
            }
            case ResolvedScene scene -> {
                target.size(scene.width(), scene.height());
                rays.draw(scene, shelf);
                read(scene, argb);
                IncompleteHatch.over(scene, argb);
            }
        }
    }

    private void view(ResolvedView view, IntBuffer argb) throws RenderException {
        target.size(view.width(), view.height());
        draw(view, Purpose.PICTURE);
        ResolvedView.Overlay overlay = view.overlay();
        if (overlay != null) {
            gl.glEnable(GL.GL_BLEND);
            gl.glBlendFunc(GL.GL_SRC_ALPHA, GL.GL_ONE_MINUS_SRC_ALPHA);
            try {
                over(overlay);
            } finally {
                gl.glDisable(GL.GL_BLEND);
            }
        }
        read(view, argb);
        if (overlay != null) {
            opaque(argb, view.width() * view.height());
        }
    }

    private void read(ResolvedPicture picture, IntBuffer argb) throws RenderException {
        gl.glReadPixels(0, 0, picture.width(), picture.height(), GL.GL_BGRA, GL2GL3.GL_UNSIGNED_INT_8_8_8_8_REV, argb);
        check();
    }

    private void over(ResolvedView.Overlay overlay) throws RenderException {
        boolean isEven = overlay.blend() == Fusion.Blend.EVEN;
        program.use();
        program.floats("opacity", isEven ? (float) overlay.opacity() : 0, isEven ? 0 : (float) overlay.opacity());
        draw(overlay.view(), Purpose.OVERLAY);
    }

    /// Blending leaves something else than one in the alpha of the picture.
    private static void opaque(IntBuffer argb, int count) {
        for (int i = 0; i < count; i++) {
            argb.put(i, argb.get(i) | 0xFF000000);
        }
    }

    /// The card samples; the steps of processing are few and work on the picture alone.
    private void processed(ResolvedView view, IntBuffer argb) throws RenderException {
        if (view.volume().isColour()) {
            view(view, argb);
            return;
        }
        numbers.size(view.width(), view.height());
        draw(view, Purpose.NUMBERS);
        FloatBuffer values = Buffers.newDirectFloatBuffer(view.width() * view.height());
        gl.glReadPixels(0, 0, view.width(), view.height(), GL2ES2.GL_RED, GL.GL_FLOAT, values);
        check();
        float[] sampled = new float[values.capacity()];
        for (int i = 0; i < sampled.length; i++) {
            sampled[i] = values.get(i) == NOTHING ? Float.NaN : values.get(i);
        }
        ProcessedPicture.finish(view, sampled, argb);
    }

    /// Sets every uniform: what an earlier picture left, even one that failed half way, has no say.
    private void draw(ResolvedView view, Purpose purpose) throws RenderException {
        source(view.volume(), view.palette(), view.interpolation());
        depth(view);
        program.vector("du", view.du());
        program.vector("dv", view.dv());
        program.integer("curved", 0);
        program.integer("raw", purpose == Purpose.NUMBERS ? 1 : 0);
        program.integer("over", purpose == Purpose.OVERLAY ? 1 : 0);
        program.integer("projection", view.projection().ordinal());
        program.integer("inverse", view.inverse() ? 1 : 0);
        window(view.voi());
        gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3);
    }

    private void curve(ResolvedCurve curve, IntBuffer argb) throws RenderException {
        target.size(curve.width(), curve.height());
        source(curve.volume(), curve.palette(), curve.interpolation());
        program.integer("curved", 1);
        program.integer("thick", 0);
        program.integer("raw", 0);
        program.integer("over", 0);
        program.integer("inverse", curve.inverse() ? 1 : 0);
        window(curve.voi());
        try (Texture lines = shelf.lines(curve.rows())) {
            lines.bind(LINES);
            program.integer("rows", LINES);
            gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3);
        }
        read(curve, argb);
    }

    /// What is drawn from.
    private void source(Volume of, Palette palette, Interpolation interpolation) throws RenderException {
        VolumeTexture volume = shelf.volume(of);
        program.use();
        volume.bind(WORDS, SCALES);
        shelf.palette(palette).bind(COLOURS);
        program.integer("voxels", WORDS);
        program.integer("scales", SCALES);
        program.integer("colours", COLOURS);
        program.integer("table", TABLE);
        program.integer("rows", LINES);
        program.integers("size", of.columns(), of.rows(), of.depth());
        program.integer("linear", interpolation == Interpolation.LINEAR ? 1 : 0);
        program.integer("colour", of.isColour() ? 1 : 0);
        program.integer("padded", of.hasPadding() ? 1 : 0);
    }

    private void depth(ResolvedView view) {
        boolean isThick = !view.isThin() && !view.volume().isColour();
        program.integer("thick", isThick ? 1 : 0);
        if (isThick) {
            SlabPlanes planes = new SlabPlanes(view);
            program.vector("origin", planes.origin());
            program.vector("through", planes.through());
            program.vector("alongPlane", planes.alongPlane());
            program.floats("crossed", planes.crossed());
            program.integer("axis", planes.axis());
        } else {
            program.vector("origin", view.origin());
        }
    }

    private void check() throws RenderException {
        int error = gl.glGetError();
        if (error == GL.GL_OUT_OF_MEMORY) {
            shelf.clear();
            rays.clear();
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
            numbers.close();
            program.close();
            rays.close();
            JoglCard.release(drawable);
        }
    }
}
