package org.readingroom.services.home;

import java.time.InstantSource;
import java.util.List;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.SignInRefusedException;
import org.readingroom.services.identity.UnlockedUser;
import org.readingroom.services.identity.User;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.services.store.Database;
import org.readingroom.viewer.model.WorkstationException;

/// Where people prove who they are before a session is open; each refusal is noted in the trail.
final class FrontDoor {
    private final Database documents;
    private final UserDirectory users;
    private final InstantSource clock;

    FrontDoor(Database documents, UserDirectory users, InstantSource clock) {
        this.documents = documents;
        this.users = users;
        this.clock = clock;
    }

    /// Opens a person's keys; a refusal is noted in the trail as one of `event`.
    ///
    /// **Errors:** as [UserDirectory#unlock]; `services.signin.change-first` for a right password that
    /// somebody else chose.
    // [impl->req~identity.first-password~1]
    UnlockedUser unlock(String loginName, char[] password, String event) throws WorkstationException {
        try {
            UnlockedUser holder = users.unlock(loginName, password);
            try {
                if (users.mustChange(holder.user().id())) {
                    throw new SignInRefusedException(
                            "services.signin.change-first", List.of(), "the password is one that somebody else chose");
                }
                return holder;
            } catch (WorkstationException | RuntimeException e) {
                holder.close();
                throw e;
            }
        } catch (SignInRefusedException e) {
            note(loginName, event, e);
            throw e;
        }
    }

    /// Puts `own` in the place of the password `given`.
    ///
    /// **Errors:** as [UserDirectory#changePassword].
    void renew(String loginName, char[] given, char[] own) throws WorkstationException {
        try {
            users.changePassword(loginName, given, own);
        } catch (SignInRefusedException e) {
            note(loginName, "user.password", e);
            throw e;
        }
        AuditTrail.appendAtDoor(documents, clock, userIdOf(loginName), "user.password", Outcome.SUCCESS, "");
    }

    private void note(String loginName, String event, SignInRefusedException refusal) {
        try {
            AuditTrail.appendAtDoor(
                    documents, clock, userIdOf(loginName), event, Outcome.FAILURE, refusal.messageKey());
        } catch (WorkstationException | RuntimeException unnoted) {
            refusal.addSuppressed(unnoted);
        }
    }

    /// An unknown name is not kept: it may be a password typed into the wrong field.
    private String userIdOf(String loginName) throws WorkstationException {
        return users.users().stream()
                .filter(user -> user.loginName().equalsIgnoreCase(loginName.strip()))
                .map(User::id)
                .findFirst()
                .orElse("unknown");
    }
}
