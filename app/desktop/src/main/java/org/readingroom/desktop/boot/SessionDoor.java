package org.readingroom.desktop.boot;

import org.readingroom.desktop.signin.Door;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.model.WorkstationException;

/// The door of a home.
record SessionDoor(Home home) implements Door<Session> {
    @Override
    public Session signIn(String loginName, char[] password) throws WorkstationException {
        return home.signIn(loginName, password);
    }

    @Override
    public void renew(String loginName, char[] given, char[] own) throws WorkstationException {
        home.renewPassword(loginName, given, own);
    }
}
