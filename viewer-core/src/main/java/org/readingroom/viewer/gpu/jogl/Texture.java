package org.readingroom.viewer.gpu.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;
import org.readingroom.viewer.gpu.GpuMemory;

/// One texture on the card, read by texel only.
final class Texture implements AutoCloseable {
    private final GL3 gl;
    private final GpuMemory memory;
    private final int kind;
    private final int name;
    private final long bytes;

    Texture(GL3 gl, GpuMemory memory, int kind, long bytes) {
        this.gl = gl;
        this.memory = memory;
        this.kind = kind;
        this.bytes = bytes;
        int[] names = new int[1];
        gl.glGenTextures(1, names, 0);
        name = names[0];
        memory.took(bytes);
        gl.glActiveTexture(GL.GL_TEXTURE0 + 7);
        gl.glBindTexture(kind, name);
        gl.glTexParameteri(kind, GL.GL_TEXTURE_MIN_FILTER, GL.GL_NEAREST);
        gl.glTexParameteri(kind, GL.GL_TEXTURE_MAG_FILTER, GL.GL_NEAREST);
        gl.glPixelStorei(GL.GL_UNPACK_ALIGNMENT, 1);
    }

    long bytes() {
        return bytes;
    }

    void bind(int unit) {
        gl.glActiveTexture(GL.GL_TEXTURE0 + unit);
        gl.glBindTexture(kind, name);
    }

    @Override
    public void close() {
        gl.glDeleteTextures(1, new int[] {name}, 0);
        memory.gave(bytes);
    }
}
