/// Finds the rigid map between two volumes from their values. First class to read: `IntensityRegistration`.
///
/// What is found here is computed and may be wrong: it is shown as derived, never applied in silence. Maps from pairs
/// of points that a person set are in `geometry`.
@NullMarked
package org.readingroom.viewer.registration;

import org.jspecify.annotations.NullMarked;
