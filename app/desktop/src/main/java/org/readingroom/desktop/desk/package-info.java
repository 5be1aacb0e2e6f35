/// The reading desk: views of display sets in a layout, thumbnails, the tool bar, and the loop
/// that draws.
///
/// Marks and their tools live in `desktop.tools` and reach a view through [ToolLayer] and
/// [ViewContext]. First read: [ReadingDeskModel], which the shell holds; then [ViewportModel], one
/// view without controls; then [ReadingDeskView].
@NullMarked
package org.readingroom.desktop.desk;

import org.jspecify.annotations.NullMarked;
