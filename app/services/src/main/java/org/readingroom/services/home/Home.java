package org.readingroom.services.home;

import java.nio.file.Path;
import org.readingroom.services.identity.SignInRefusedException;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The folder of one workstation, open and locked by this process.
public final class Home implements AutoCloseable {
    Home() {}

    /// Opens the home in `folder`, making an empty one when there is none.
    public static Home openOrCreate(Path folder) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// Opens the home in `folder`; when there is none, makes a demo home: users `resident`, `radiologist`,
    /// `senior` and `admin`, each with the password `demo`, and a department of synthetic studies.
    public static Home openOrCreateDemo(Path folder, Progress progress) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    /// True when everything in it is invented.
    public boolean isDemo() {
        throw new UnsupportedOperationException();
    }

    /// False for a new home, which wants its first user.
    public boolean hasUsers() throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// Makes the first user of a new home, an administrator and senior radiologist.
    public void createFirstUser(String loginName, String displayName, char[] password) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// **Thread:** any but `fx`; takes a few hundred milliseconds on purpose. The caller wipes `password`.
    public Session signIn(String loginName, char[] password) throws SignInRefusedException, WorkstationException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
