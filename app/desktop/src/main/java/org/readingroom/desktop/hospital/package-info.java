/// What the desk shows of the hospital's servers: the links and drills, the search in the archive, what is ready for
/// offline, the settings of servers. First class to read: `LinksModel`.
@NullMarked
package org.readingroom.desktop.hospital;

import org.jspecify.annotations.NullMarked;
