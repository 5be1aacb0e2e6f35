package org.readingroom.desktop.signin;

import org.readingroom.viewer.model.WorkstationException;

/// Lets a person in who knows the password.
@FunctionalInterface
public interface Door<S> {
    /// **Thread:** any but `fx`; slow on purpose. The caller wipes `password`.
    S signIn(String loginName, char[] password) throws WorkstationException;

    /// Puts `own` in the place of the password `given`, which somebody else chose. The caller wipes both.
    ///
    /// **Thread:** as [#signIn].
    default void renew(String loginName, char[] given, char[] own) throws WorkstationException {
        throw new IllegalStateException("no password is changed at this door");
    }
}
