/// The contract a plug-in signs: small, and frozen once released. Nothing here knows the application.
/// Start at [Plugin].
@NullMarked
package org.readingroom.plugin;

import org.jspecify.annotations.NullMarked;
