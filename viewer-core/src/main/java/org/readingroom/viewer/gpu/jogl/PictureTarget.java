package org.readingroom.viewer.gpu.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;
import org.readingroom.viewer.gpu.GpuMemory;
import org.readingroom.viewer.render.PictureTooLargeException;

/// The off-screen picture that is drawn into and read back.
final class PictureTarget implements AutoCloseable {
    private final GL3 gl;
    private final GpuMemory memory;
    private final int frame;
    private final int colour;
    private final int format;
    private final int largest;
    private int width;
    private int height;

    /// `format` is that of a picture element: `GL_RGBA8` for colours, `GL_R32F` for numbers.
    PictureTarget(GL3 gl, GpuMemory memory, int format) {
        this.gl = gl;
        this.format = format;
        this.memory = memory;
        int[] name = new int[1];
        gl.glGenFramebuffers(1, name, 0);
        frame = name[0];
        gl.glGenRenderbuffers(1, name, 0);
        colour = name[0];
        gl.glGetIntegerv(GL.GL_MAX_RENDERBUFFER_SIZE, name, 0);
        largest = name[0];
        memory.took(0);
        memory.took(0);
    }

    void size(int newWidth, int newHeight) throws PictureTooLargeException {
        if (newWidth > largest || newHeight > largest) {
            throw new PictureTooLargeException("picture of " + newWidth + " x " + newHeight);
        }
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, frame);
        if (newWidth != width || newHeight != height) {
            gl.glBindRenderbuffer(GL.GL_RENDERBUFFER, colour);
            gl.glRenderbufferStorage(GL.GL_RENDERBUFFER, format, newWidth, newHeight);
            gl.glFramebufferRenderbuffer(GL.GL_FRAMEBUFFER, GL.GL_COLOR_ATTACHMENT0, GL.GL_RENDERBUFFER, colour);
            if (gl.glCheckFramebufferStatus(GL.GL_FRAMEBUFFER) != GL.GL_FRAMEBUFFER_COMPLETE) {
                throw new PictureTooLargeException("no frame buffer of " + newWidth + " x " + newHeight);
            }
            width = newWidth;
            height = newHeight;
        }
        gl.glViewport(0, 0, newWidth, newHeight);
    }

    @Override
    public void close() {
        gl.glDeleteFramebuffers(1, new int[] {frame}, 0);
        gl.glDeleteRenderbuffers(1, new int[] {colour}, 0);
        memory.gave(0);
        memory.gave(0);
    }
}
