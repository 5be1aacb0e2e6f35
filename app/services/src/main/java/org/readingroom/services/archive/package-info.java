/// An archive of pictures as the rest of the program sees it, whatever protocol it speaks: DICOMweb in
/// `remote.dicomweb`, DIMSE in `dimse`. First class to read: `Archive`.
@NullMarked
package org.readingroom.services.archive;

import org.jspecify.annotations.NullMarked;
