/// Tests of regions in the patient.
@NullMarked
package org.readingroom.viewer.mask;

import org.jspecify.annotations.NullMarked;
