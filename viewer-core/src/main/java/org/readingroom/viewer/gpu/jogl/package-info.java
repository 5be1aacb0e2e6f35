/// OpenGL through JOGL, off screen: the only package that makes a context current.
///
/// First read: [JoglCard], which opens a [JoglRenderer] or says why not.
@NullMarked
package org.readingroom.viewer.gpu.jogl;

import org.jspecify.annotations.NullMarked;
