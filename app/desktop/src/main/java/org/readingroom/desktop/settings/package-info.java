/// Language, scale, renderer and home; what the window remembers.
@NullMarked
package org.readingroom.desktop.settings;

import org.jspecify.annotations.NullMarked;
