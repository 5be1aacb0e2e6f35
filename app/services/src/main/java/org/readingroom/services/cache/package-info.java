/// Decoded frames in memory under a byte budget, and the order in which they are decoded. First class to
/// read: `CachedFrameLoader`.
@NullMarked
package org.readingroom.services.cache;

import org.jspecify.annotations.NullMarked;
