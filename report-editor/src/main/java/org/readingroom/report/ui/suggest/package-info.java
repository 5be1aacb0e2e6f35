/// Suggestions at the caret: asked for, looked at, accepted, edited or rejected by a person.
@NullMarked
package org.readingroom.report.ui.suggest;

import org.jspecify.annotations.NullMarked;
