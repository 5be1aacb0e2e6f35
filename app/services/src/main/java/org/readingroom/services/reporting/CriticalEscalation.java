package org.readingroom.services.reporting;

import java.util.List;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalActor;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalClock;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.critical.CriticalRules.Escalation;
import org.readingroom.viewer.model.WorkstationException;

/// Notes in each late loop who is to be called in now, once a level of each clock.
///
/// **Thread:** any but `fx` and `gl`; blocks; one at a time.
// [impl->req~report.critical.escalation~1]
public final class CriticalEscalation {
    private final CriticalValues values;

    public CriticalEscalation(CriticalValues values) {
        this.values = values;
    }

    /// Returns how many were noted.
    public synchronized int look() throws WorkstationException {
        int noted = 0;
        for (CriticalCase loop : values.all()) {
            int due = CriticalClock.of(loop, values.rules(), values.now())
                    .map(clock -> clock.escalationsDue(values.rules()))
                    .orElse(0);
            List<Escalation> levels = values.rules().escalations();
            for (int level = noted(loop); level < due; level++) {
                Escalation to = levels.get(level);
                values.perform(
                        loop.id(),
                        CriticalAct.of(CriticalKind.ESCALATED).saying(to.zh() + " / " + to.en()),
                        CriticalActor.PROGRAM);
                noted++;
            }
        }
        return noted;
    }

    /// How many levels were noted since the clock that runs now began.
    private static int noted(CriticalCase loop) {
        CriticalKind begin =
                loop.state().isUntold() ? CriticalKind.DISCOVERED : loop.step().kind();
        int noted = 0;
        for (CriticalEvent event : loop.events()) {
            if (event.kind() == begin) {
                noted = 0;
            } else if (event.kind() == CriticalKind.ESCALATED && event.by().side() == CriticalActor.Side.PROGRAM) {
                noted++;
            }
        }
        return noted;
    }
}
