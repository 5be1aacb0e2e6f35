/// Finds plug-ins, keeps a failing one from harming the rest, and tells what they offer.
@NullMarked
package org.readingroom.desktop.plugin;

import org.jspecify.annotations.NullMarked;
