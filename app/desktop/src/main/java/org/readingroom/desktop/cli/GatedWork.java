package org.readingroom.desktop.cli;

import java.io.IOException;
import org.readingroom.services.export.ExportGate;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.viewer.model.WorkstationException;

/// The export gate for commands: what they write to leave the program is written inside it.
final class GatedWork {
    private GatedWork() {}

    /// Does `exit` when `request` may leave; faults that a command answers for pass as they are.
    static int through(ExportGate gate, ExportRequest request, ExportGate.Exit<Integer> exit)
            throws WorkstationException, IOException {
        try {
            return gate.through(request, exit);
        } catch (WorkstationException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }
}
