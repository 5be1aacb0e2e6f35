package org.readingroom.architecture.planted.viewer.render;

import com.jogamp.opengl.GLContext;
import org.readingroom.architecture.Breaks;

@Breaks("JOGL lives in gpu.jogl")
record HoldsAContext(GLContext context) {}
