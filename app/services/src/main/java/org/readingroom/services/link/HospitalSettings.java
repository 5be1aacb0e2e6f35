package org.readingroom.services.link;

/// Which servers a home is set to, and how long one may sign in without them.
///
/// **Units:** `offlineSignInDays` are days since the last contact with the information system, 0 without end.
public record HospitalSettings(Servers servers, int offlineSignInDays) {
    /// Chosen: a month bridges a leave or a moved site; whoever left the hospital is shut out after it.
    public static final int USUAL_DAYS = 30;

    public static final int MOST_DAYS = 3650;

    public static final HospitalSettings NONE = new HospitalSettings(Servers.NONE, USUAL_DAYS);

    public HospitalSettings {
        if (offlineSignInDays < 0 || offlineSignInDays > MOST_DAYS) {
            throw new IllegalArgumentException("offline sign-in of " + offlineSignInDays + " days");
        }
    }
}
