/// What was changed between two versions of a report (修改痕迹, clause B4): sentences paired by id and then by their
/// words, the words of each pair compared word by word, and what kinds of change they are.
///
/// Knows nothing of windows or stores. First read: `Redline`.
@NullMarked
package org.readingroom.report.redline;

import org.jspecify.annotations.NullMarked;
