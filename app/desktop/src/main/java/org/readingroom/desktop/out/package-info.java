/// The outbox and the story of each entry; the sheet that shows a signed report.
@NullMarked
package org.readingroom.desktop.out;

import org.jspecify.annotations.NullMarked;
