/// Volumes as NIfTI-1 files, for programs that know no DICOM. First class to read: `NiftiWriter`.
@NullMarked
package org.readingroom.viewer.nifti;

import org.jspecify.annotations.NullMarked;
