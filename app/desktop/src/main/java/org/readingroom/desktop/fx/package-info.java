/// The bridge to the toolkit and what every part of the window shares: its thread, the live language, icons,
/// theme, status line and sheets. The only package that says `Platform.runLater`.
/// `Platform.runLater`.
@NullMarked
package org.readingroom.desktop.fx;

import org.jspecify.annotations.NullMarked;
