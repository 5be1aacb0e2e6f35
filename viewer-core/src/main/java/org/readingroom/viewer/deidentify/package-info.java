/// DICOM objects without the patient: the Basic Application Level Confidentiality Profile of PS3.15 annex E.
///
/// What the profile says of each attribute is data, `confidentiality.tsv`. What it does not name is judged by its value
/// representation, sternly. Pixels are never changed: objects whose pixels may show who it is are for the caller to
/// leave out, see `BurnedIn`. First class to read: `Deidentifier`.
@NullMarked
package org.readingroom.viewer.deidentify;

import org.jspecify.annotations.NullMarked;
