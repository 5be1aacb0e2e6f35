/// The folder that holds everything of one workstation: opening, locking, creating, signing in.
/// First class to read: `Home`.
@NullMarked
package org.readingroom.services.home;

import org.jspecify.annotations.NullMarked;
