/// Archives that speak DICOMweb (PS3.18): QIDO-RS for lists, WADO-RS for files, STOW-RS to give files.
///
/// Nothing here is written for one product: what a server can do is found out once and remembered, what it answers
/// is held against what was asked, and nothing that came in half is handed over. First class to read:
/// `DicomWebArchive`.
@NullMarked
package org.readingroom.services.remote.dicomweb;

import org.jspecify.annotations.NullMarked;
