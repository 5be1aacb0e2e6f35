/// MPEG-2, H.264 and HEVC: one stream a file, decoded in a process of its own. First class to read: `VideoFrames`.
@NullMarked
package org.readingroom.viewer.codec.video;

import org.jspecify.annotations.NullMarked;
