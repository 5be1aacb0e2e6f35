@NullMarked
package org.readingroom.desktop.tools;

import org.jspecify.annotations.NullMarked;
