package org.readingroom.services.sync;

/// What the words of a version rest on at the server: a version of the report, empty when this home knows none, and
/// the resource it is of (`DiagnosticReport/id`). `digest` is that of the signed version both sides agreed on last,
/// empty where it is in somebody else's words.
///
/// Numbers of versions begin anew in each resource, so that one alone says little. `resource` is empty where the
/// server named none, and where an older program noted none.
record Base(String version, String resource, String digest) {
    static final Base NONE = new Base("", "", "");

    boolean isNone() {
        return version.isEmpty();
    }

    /// Whether it is this version of this resource.
    boolean is(String otherVersion, String otherResource) {
        return version.equals(otherVersion) && (resource.isEmpty() || resource.equals(otherResource));
    }
}
