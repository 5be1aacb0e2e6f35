/// Data set to model and back: Part 10 files, character sets, file sets, DICOM JSON.
@NullMarked
package org.readingroom.viewer.dicom;

import org.jspecify.annotations.NullMarked;
