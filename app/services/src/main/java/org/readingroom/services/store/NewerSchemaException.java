package org.readingroom.services.store;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// The home was written by a newer program; this one leaves it alone.
public final class NewerSchemaException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public NewerSchemaException(int found, int known) {
        super("services.home.newer", List.of(found, known), "schema " + found + ", this program knows " + known, null);
    }
}
