@NullMarked
package org.readingroom.viewer.edit;

import org.jspecify.annotations.NullMarked;
