package org.readingroom.viewer.gpu.jogl;

import com.jogamp.opengl.GL3;
import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLContext;
import com.jogamp.opengl.GLDrawableFactory;
import com.jogamp.opengl.GLException;
import com.jogamp.opengl.GLOffscreenAutoDrawable;
import com.jogamp.opengl.GLProfile;
import java.util.List;
import org.readingroom.viewer.gpu.GraphicsDriver;
import org.readingroom.viewer.render.GpuSource;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.render.Renderer;

/// Opens the graphics card for drawing off screen, when there is a real one.
///
/// JOGL unpacks its native libraries to the temporary folder unless `-Djogamp.gluegen.UseTempJarCache=false` and
/// `-Djava.library.path` name a place where they were installed.
// [impl->req~view.renderer-choice~1]
public final class JoglCard implements GpuSource {
    private final boolean acceptsSoftware;

    private JoglCard(boolean acceptsSoftware) {
        this.acceptsSoftware = acceptsSoftware;
    }

    /// The card of this machine; software OpenGL is refused, as the processor's own renderer is faster.
    public static JoglCard real() {
        return new JoglCard(false);
    }

    /// Whatever OpenGL there is, for comparing renderers.
    public static JoglCard any() {
        return new JoglCard(true);
    }

    /// **Errors:** [RenderException] with `viewer.renderer.no-display`, `.too-old`, `.software-gl` or `.gl-failed`.
    @Override
    public Renderer open() throws RenderException {
        if (needsDisplay() && System.getenv("DISPLAY") == null) {
            throw refused("viewer.renderer.no-display", List.of(), "DISPLAY is not set", null);
        }
        GLOffscreenAutoDrawable drawable = null;
        try {
            if (!GLProfile.isAvailable(GLProfile.GL3)) {
                throw refused("viewer.renderer.too-old", List.of(), "no OpenGL 3.3 core profile", null);
            }
            GLProfile profile = GLProfile.get(new String[] {GLProfile.GL4, GLProfile.GL3}, true);
            GLCapabilities wanted = new GLCapabilities(profile);
            wanted.setOnscreen(false);
            wanted.setFBO(true);
            wanted.setDoubleBuffered(false);
            wanted.setDepthBits(0);
            drawable = GLDrawableFactory.getFactory(profile).createOffscreenAutoDrawable(null, wanted, null, 16, 16);
            drawable.display();
            GLContext context = drawable.getContext();
            if (context.makeCurrent() == GLContext.CONTEXT_NOT_CURRENT) {
                throw refused("viewer.renderer.gl-failed", List.of("context"), "no current context", null);
            }
            GL3 gl = context.getGL().getGL3();
            GraphicsDriver driver =
                    new GraphicsDriver(text(gl, GL3.GL_VENDOR), text(gl, GL3.GL_RENDERER), text(gl, GL3.GL_VERSION));
            if (driver.isSoftware() && !acceptsSoftware) {
                throw refused("viewer.renderer.software-gl", List.of(driver.shortName()), driver.toString(), null);
            }
            JoglRenderer renderer = new JoglRenderer(drawable, gl, driver);
            drawable = null;
            return renderer;
        } catch (GLException e) {
            throw refused("viewer.renderer.gl-failed", List.of(e.getClass().getSimpleName()), "JOGL: " + e, e);
        } finally {
            if (drawable != null) {
                release(drawable);
            }
        }
    }

    static void release(GLOffscreenAutoDrawable drawable) {
        GLContext context = drawable.getContext();
        if (context != null && context.isCurrent()) {
            context.release();
        }
        drawable.destroy();
    }

    /// JOGL off screen on X11 needs a display; Windows and macOS do not.
    private static boolean needsDisplay() {
        String system = System.getProperty("os.name", "");
        return !system.startsWith("Windows") && !system.startsWith("Mac");
    }

    private static String text(GL3 gl, int name) {
        String text = gl.glGetString(name);
        return text == null ? "" : text;
    }

    private static RenderException refused(
            String key, List<Object> arguments, String facts, @org.jspecify.annotations.Nullable Throwable cause) {
        return new RenderException(key, arguments, facts, cause);
    }
}
