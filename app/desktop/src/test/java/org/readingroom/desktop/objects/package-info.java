@NullMarked
package org.readingroom.desktop.objects;

import org.jspecify.annotations.NullMarked;
