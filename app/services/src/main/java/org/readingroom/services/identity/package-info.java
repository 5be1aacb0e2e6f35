/// Users, their roles, passwords and keys. Who someone is and which keys that opens; not what they may sign,
/// which the report editor's workflow rules decide. First class to read: `UserDirectory`.
@NullMarked
package org.readingroom.services.identity;

import org.jspecify.annotations.NullMarked;
