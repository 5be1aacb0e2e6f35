/// The film: pictures and series collected from the desk, put on pages, and printed on paper, on film, or as PDF.
///
/// ```
/// FilmModel      what is on the film, and the page that is looked at       FilmSheet   shows it
/// FilmPager      pictures → cells → pages                                  PageMaker   cells → painted page, PDF
/// PaperPrinters  the printers of the system                               FilmDoor    what leaves goes by the gate
/// ```
///
/// First class to read: `FilmModel`.
@NullMarked
package org.readingroom.desktop.film;

import org.jspecify.annotations.NullMarked;
