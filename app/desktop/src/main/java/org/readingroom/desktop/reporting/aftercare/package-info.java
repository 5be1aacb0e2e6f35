/// The sheet of what becomes of cases: what is to be looked after, and whether the diagnosis of the open
/// report held. What is kept, and what is refused, is `services.reporting.Aftercare`. Read [AftercareSheet]
/// first.
@NullMarked
package org.readingroom.desktop.reporting.aftercare;

import org.jspecify.annotations.NullMarked;
