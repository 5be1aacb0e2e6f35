/// Tests of regions in the patient.
@NullMarked
package org.readingroom.viewer.segment;

import org.jspecify.annotations.NullMarked;
