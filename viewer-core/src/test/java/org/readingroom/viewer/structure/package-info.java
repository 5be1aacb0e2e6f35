/// Tests of regions in the patient.
@NullMarked
package org.readingroom.viewer.structure;

import org.jspecify.annotations.NullMarked;
