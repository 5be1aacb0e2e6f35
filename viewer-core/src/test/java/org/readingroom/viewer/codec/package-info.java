/// Decoders against other decoders' digests, against damage, and against formulas.
@NullMarked
package org.readingroom.viewer.codec;

import org.jspecify.annotations.NullMarked;
