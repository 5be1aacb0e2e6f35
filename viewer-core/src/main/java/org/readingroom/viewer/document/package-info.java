/// Documents that travel inside DICOM: PDF, CDA, surface models; CDA as readable text.
///
/// Nothing is drawn here. First read: [EncapsulatedDocument], then [ClinicalDocument].
@NullMarked
package org.readingroom.viewer.document;

import org.jspecify.annotations.NullMarked;
