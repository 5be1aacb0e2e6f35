package org.readingroom.plugin;

/// A version of this contract. A plug-in runs where the major is its own and the minor is not older.
public record ApiVersion(int major, int minor) {
    public static final ApiVersion CURRENT = new ApiVersion(1, 1);

    /// Whether a plug-in built for `other` runs on an application of this version.
    public boolean runs(ApiVersion other) {
        return major == other.major && minor >= other.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
