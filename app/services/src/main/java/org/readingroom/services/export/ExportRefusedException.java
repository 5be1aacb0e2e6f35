package org.readingroom.services.export;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// A rule forbids the export; nothing has left.
public final class ExportRefusedException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    ExportRefusedException(String ruleKey) {
        super(ruleKey, List.of(), "refused by " + ruleKey, null);
    }
}
