/// Where objects made here come from: the images they speak of, who made them and with what.
///
/// First read: [SourceImages], then [Origin] and [GeneralModules].
@NullMarked
package org.readingroom.viewer.origin;

import org.jspecify.annotations.NullMarked;
