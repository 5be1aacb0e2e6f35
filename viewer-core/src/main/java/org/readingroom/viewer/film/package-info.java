/// Pages of film and paper: their size, how they are divided, and where on them a picture lies at true size.
///
/// Everything is in millimetres on the page. Nothing here draws: the desk paints the cells, `services.print` sends
/// them to a film printer, a PDF takes them to paper. First class to read: `PageGeometry`.
@NullMarked
package org.readingroom.viewer.film;

import org.jspecify.annotations.NullMarked;
