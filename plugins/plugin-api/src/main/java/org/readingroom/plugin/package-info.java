/// The contract a plug-in signs.
@NullMarked
package org.readingroom.plugin;

import org.jspecify.annotations.NullMarked;
