/// What the hands of a person do: keys of every command, mouse buttons and wheel, in profiles kept for each person.
@NullMarked
package org.readingroom.desktop.hands;

import org.jspecify.annotations.NullMarked;
