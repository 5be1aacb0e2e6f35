/// Every attribute of an object as lines that can be opened, searched and copied, private ones included.
///
/// First read: [ElementLine], then [ElementSearch].
@NullMarked
package org.readingroom.viewer.inspect;

import org.jspecify.annotations.NullMarked;
