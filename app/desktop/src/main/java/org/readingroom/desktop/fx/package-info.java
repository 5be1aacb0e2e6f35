/// The bridge to the toolkit: its thread, the live language, icons and theme. The only package that says
/// `Platform.runLater`.
@NullMarked
package org.readingroom.desktop.fx;

import org.jspecify.annotations.NullMarked;
