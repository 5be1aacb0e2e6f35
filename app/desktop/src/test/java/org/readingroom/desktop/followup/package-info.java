@NullMarked
package org.readingroom.desktop.followup;

import org.jspecify.annotations.NullMarked;
