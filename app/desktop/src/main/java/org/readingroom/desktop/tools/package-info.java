/// Mouse and keys to edits: the tools that draw, drag and delete marks, and how marks look over a view.
///
/// Leans on `desk` for what a view shows and on the viewer's `annotation` for what a mark is. First read:
/// `MarksModel` (no controls), then `MarkGestures`, then `ToolOverlay`.
@NullMarked
package org.readingroom.desktop.tools;

import org.jspecify.annotations.NullMarked;
