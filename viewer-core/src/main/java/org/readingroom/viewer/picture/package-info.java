/// Pictures and native greys as files that other programs open. First class to read: `PictureFile`.
@NullMarked
package org.readingroom.viewer.picture;

import org.jspecify.annotations.NullMarked;
