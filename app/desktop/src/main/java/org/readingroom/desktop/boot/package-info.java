/// Starts the desktop and wires it together with plain constructors. First class to read: [ReadingRoomApp].
@NullMarked
package org.readingroom.desktop.boot;

import org.jspecify.annotations.NullMarked;
