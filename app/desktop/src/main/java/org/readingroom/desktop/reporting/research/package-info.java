/// Research projects on the desk: entering and approving one, and letting its table out. Start at
/// [ResearchDesk].
@NullMarked
package org.readingroom.desktop.reporting.research;

import org.jspecify.annotations.NullMarked;
