/// The Read place: desk, report and what passes between them and the session.
@NullMarked
package org.readingroom.desktop.reading;

import org.jspecify.annotations.NullMarked;
