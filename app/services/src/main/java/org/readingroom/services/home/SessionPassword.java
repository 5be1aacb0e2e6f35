package org.readingroom.services.home;

import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.viewer.model.WorkstationException;

/// The password of the signed-in person: changing it, and proving to be back. Each is audited, whatever comes of it.
///
/// **Thread:** any but `fx`; takes a few hundred milliseconds on purpose. The caller wipes what is given.
public final class SessionPassword {
    private final UserDirectory directory;
    private final AuditTrail audit;
    private final User user;

    SessionPassword(UserDirectory directory, AuditTrail audit, User user) {
        this.directory = directory;
        this.audit = audit;
        this.user = user;
    }

    /// **Errors:** as signing in with `before`; `services.password.short`.
    public void change(char[] before, char[] after) throws WorkstationException {
        audited(Action.UPDATE, "user.password", () -> directory.changePassword(user.loginName(), before, after));
    }

    /// Proves that the signed-in person is back at a covered window; nobody else's password will do.
    ///
    /// **Errors:** [SignInRefusedException], counted and audited as at the door.
    public void unlock(char[] password) throws WorkstationException {
        audited(
                Action.EXECUTE,
                "session.unlock",
                () -> directory.unlock(user.loginName(), password).close());
    }

    private interface Act {
        void perform() throws WorkstationException;
    }

    private void audited(Action action, String type, Act act) throws WorkstationException {
        try {
            act.perform();
        } catch (WorkstationException e) {
            audit.appendFailure(action, type, user.id(), e);
            throw e;
        }
        audit.append(action, type, user.id(), Outcome.SUCCESS, "");
    }
}
