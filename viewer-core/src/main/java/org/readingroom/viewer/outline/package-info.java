/// Objects that are not images as readable text: a tree of captions and values that a screen reader can speak, a
/// terminal can print and a script can parse.
///
/// First read: [OutlineNode], then [OutlineText].
@NullMarked
package org.readingroom.viewer.outline;

import org.jspecify.annotations.NullMarked;
