/// Numbers of nuclear medicine: standardized uptake values from the header of a PET image.
///
/// First read: [SuvReader].
@NullMarked
package org.readingroom.viewer.nuclear;

import org.jspecify.annotations.NullMarked;
