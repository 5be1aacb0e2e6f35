/// What runs in the video process and nowhere else: FFmpeg, kept away from everything that must not be lost.
@NullMarked
package org.readingroom.viewer.codec.video.worker;

import org.jspecify.annotations.NullMarked;
