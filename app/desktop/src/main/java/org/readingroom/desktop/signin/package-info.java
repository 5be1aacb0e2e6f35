/// The place before the places: making a home, signing in, unlocking.
@NullMarked
package org.readingroom.desktop.signin;

import org.jspecify.annotations.NullMarked;
