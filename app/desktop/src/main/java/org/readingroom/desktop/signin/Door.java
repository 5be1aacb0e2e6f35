package org.readingroom.desktop.signin;

import org.readingroom.viewer.model.WorkstationException;

/// Lets a person in who knows the password.
@FunctionalInterface
public interface Door<S> {
    /// **Thread:** any but `fx`; slow on purpose. The caller wipes `password`.
    S signIn(String loginName, char[] password) throws WorkstationException;
}
