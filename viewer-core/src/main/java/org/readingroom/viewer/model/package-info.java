/// Patient, study, series, instance: values and identifiers. No DICOM parsing, no drawing.
@NullMarked
package org.readingroom.viewer.model;

import org.jspecify.annotations.NullMarked;
