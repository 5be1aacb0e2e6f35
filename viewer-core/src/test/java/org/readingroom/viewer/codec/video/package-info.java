/// Videos against the pictures they were made of, against damage, and against a decoder that dies.
@NullMarked
package org.readingroom.viewer.codec.video;

import org.jspecify.annotations.NullMarked;
