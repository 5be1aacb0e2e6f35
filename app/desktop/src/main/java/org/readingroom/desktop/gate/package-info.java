/// How the window asks the export gate. Whatever puts something on the clipboard or into a file goes by `ExitDoor`.
@NullMarked
package org.readingroom.desktop.gate;

import org.jspecify.annotations.NullMarked;
