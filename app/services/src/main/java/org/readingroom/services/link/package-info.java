/// Which servers of the hospital this home knows, and whether each can be reached. No HTTP here: that is
/// `remote`. First class to read: `Servers`.
@NullMarked
package org.readingroom.services.link;

import org.jspecify.annotations.NullMarked;
