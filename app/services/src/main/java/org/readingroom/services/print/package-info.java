/// Film printers: which there are, how they are, and printing on them (DICOM Print Management).
///
/// ```
/// FilmPrinters   the printers of this home, kept in printers.json
/// FilmPrinting   one job: association, session, films, and what the printer said about it
/// FilmSession    the printer's objects of one job, made, filled, printed and deleted
/// PrinterStatus  how a printer says it is
/// ```
///
/// Pages come one at a time from whoever prints: a job never holds more than one in memory. First class to read:
/// `FilmPrinting`.
///
/// **Source:** DICOM PS3.4 annex H, PS3.3 C.13.
@NullMarked
package org.readingroom.services.print;

import org.jspecify.annotations.NullMarked;
