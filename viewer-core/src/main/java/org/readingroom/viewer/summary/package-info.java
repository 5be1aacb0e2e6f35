/// The one door to readable text: any object that is not a plain image becomes an outline.
@NullMarked
package org.readingroom.viewer.summary;

import org.jspecify.annotations.NullMarked;
