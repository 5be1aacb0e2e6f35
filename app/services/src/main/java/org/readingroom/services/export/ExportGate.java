package org.readingroom.services.export;

import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The one gate: nothing leaves that the rules forbid or that the trail does not know of (clauses G24, G30, G38).
///
/// Each study concerned gets an event before anything leaves; when the trail cannot be written, nothing does. What then
/// fails or is given up gets a second event.
///
/// **Thread:** any but `fx` and `gl`; blocks until the event is durable.
// [impl->req~export.gate~1]
public final class ExportGate {
    private final AuditTrail audit;
    private final User user;
    private final ExportPolicy policy;

    public ExportGate(AuditTrail audit, User user, ExportPolicy policy) {
        this.audit = audit;
        this.user = user;
        this.policy = policy;
    }

    /// What lets something out, and answers with what came of it.
    @FunctionalInterface
    public interface Exit<T extends @Nullable Object> {
        T leave() throws Exception;
    }

    /// Does `exit` when the rules allow `request`.
    ///
    /// **Errors:** [ExportRefusedException]; those of the trail; those of `exit`.
    public <T extends @Nullable Object> T through(ExportRequest request, Exit<T> exit) throws Exception {
        pass(request);
        try {
            return exit.leave();
        } catch (Exception e) {
            failed(request, e);
            throw e;
        }
    }

    /// For what leaves at once and cannot fail halfway: returns when `request` may leave and the trail says so.
    ///
    /// **Errors:** [ExportRefusedException]; those of the trail.
    public void pass(ExportRequest request) throws WorkstationException {
        Optional<String> objection = policy.objection(user, request);
        if (objection.isPresent()) {
            ExportRefusedException refused = new ExportRefusedException(objection.get());
            failed(request, refused);
            throw refused;
        }
        for (@Nullable String study : objects(request)) {
            audit.append(Action.READ, request.form().auditType(), study, Outcome.SUCCESS, request.auditDetail());
        }
    }

    /// The message key of the rule that forbids `request`, without asking to let it out.
    public Optional<String> objection(ExportRequest request) {
        return policy.objection(user, request);
    }

    private void failed(ExportRequest request, Exception fault) {
        for (@Nullable String study : objects(request)) {
            audit.appendFailure(Action.READ, request.form().auditType(), study, fault);
        }
    }

    private static Iterable<@Nullable String> objects(ExportRequest request) {
        TreeSet<String> studies = new TreeSet<>();
        request.studies().stream().map(StudyUid::value).forEach(studies::add);
        return studies.isEmpty() ? java.util.Collections.singletonList(null) : java.util.List.copyOf(studies);
    }
}
