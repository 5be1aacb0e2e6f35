package org.readingroom.viewer.gpu.jogl;

import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.gpu.GpuMemory;
import org.readingroom.viewer.render.RenderException;

/// A fragment shader over the whole picture, compiled and linked, with its uniforms by name.
final class ShaderProgram implements AutoCloseable {
    private final GL3 gl;
    private final GpuMemory memory;
    private final int program;
    private final int vertexArray;
    private final Map<String, Integer> places = new HashMap<>();

    ShaderProgram(GL3 gl, GpuMemory memory, String file) throws RenderException {
        this.gl = gl;
        this.memory = memory;
        int vertex = shader(GL2ES2.GL_VERTEX_SHADER, "picture.vert");
        int fragment = shader(GL2ES2.GL_FRAGMENT_SHADER, file);
        program = gl.glCreateProgram();
        gl.glAttachShader(program, vertex);
        gl.glAttachShader(program, fragment);
        gl.glLinkProgram(program);
        gl.glDeleteShader(vertex);
        gl.glDeleteShader(fragment);
        int[] state = new int[1];
        gl.glGetProgramiv(program, GL2ES2.GL_LINK_STATUS, state, 0);
        if (state[0] == 0) {
            byte[] log = new byte[4096];
            int[] length = new int[1];
            gl.glGetProgramInfoLog(program, log.length, length, 0, log, 0);
            throw failed("link: " + new String(log, 0, length[0], StandardCharsets.UTF_8));
        }
        int[] names = new int[1];
        gl.glGenVertexArrays(1, names, 0);
        vertexArray = names[0];
        memory.took(0);
        memory.took(0);
    }

    private int shader(int kind, String file) throws RenderException {
        String source;
        try (InputStream stream = ShaderProgram.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("shader " + file + " is missing");
            }
            source = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("shader " + file + " cannot be read", e);
        }
        int shader = gl.glCreateShader(kind);
        gl.glShaderSource(shader, 1, new String[] {source}, null);
        gl.glCompileShader(shader);
        int[] state = new int[1];
        gl.glGetShaderiv(shader, GL2ES2.GL_COMPILE_STATUS, state, 0);
        if (state[0] == 0) {
            byte[] log = new byte[4096];
            int[] length = new int[1];
            gl.glGetShaderInfoLog(shader, log.length, length, 0, log, 0);
            throw failed(file + ": " + new String(log, 0, length[0], StandardCharsets.UTF_8));
        }
        return shader;
    }

    private static RenderException failed(String facts) {
        return new RenderException("viewer.renderer.gl-failed", List.of("shader"), facts, null);
    }

    void use() {
        gl.glBindVertexArray(vertexArray);
        gl.glUseProgram(program);
    }

    void integer(String name, int value) {
        gl.glUniform1i(place(name), value);
    }

    void integers(String name, int x, int y, int z) {
        gl.glUniform3i(place(name), x, y, z);
    }

    void floats(String name, float x) {
        gl.glUniform1f(place(name), x);
    }

    void floats(String name, float x, float y) {
        gl.glUniform2f(place(name), x, y);
    }

    void floats(String name, float x, float y, float z) {
        gl.glUniform3f(place(name), x, y, z);
    }

    void vector(String name, Vec3 v) {
        floats(name, (float) v.x(), (float) v.y(), (float) v.z());
    }

    private int place(String name) {
        return places.computeIfAbsent(name, n -> gl.glGetUniformLocation(program, n));
    }

    @Override
    public void close() {
        gl.glUseProgram(0);
        gl.glDeleteProgram(program);
        gl.glDeleteVertexArrays(1, new int[] {vertexArray}, 0);
        memory.gave(0);
        memory.gave(0);
    }
}
