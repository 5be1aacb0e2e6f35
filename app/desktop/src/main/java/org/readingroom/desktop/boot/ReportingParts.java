package org.readingroom.desktop.boot;

import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.desktop.shell.ShellViewModel;

/// The places and layers that the parts around the report work with.
record ReportingParts(
        Surroundings around,
        ListPlace list,
        ReadPlace read,
        CasePlace cases,
        SheetLayer sheets,
        ShellViewModel shell,
        WindowMemory memory) {}
