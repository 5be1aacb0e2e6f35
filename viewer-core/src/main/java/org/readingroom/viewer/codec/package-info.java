/// Transfer syntax to stored values: one small package per code.
@NullMarked
package org.readingroom.viewer.codec;

import org.jspecify.annotations.NullMarked;
