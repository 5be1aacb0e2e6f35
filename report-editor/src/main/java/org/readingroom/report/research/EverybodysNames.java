package org.readingroom.report.research;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// The full names and numbers of all patients whose reports were looked at: typed words may name somebody
/// else, as when they were copied from another report.
///
/// **Shape:** letters and digits only, without case; each text is looked through once for names of each
/// length.
// [impl->req~report.research.free-text~1]
final class EverybodysNames {
    private final Set<String> names = new HashSet<>();
    private final Set<Integer> lengths = new TreeSet<>();

    void add(KnownNames patient) {
        patient.full().forEach(name -> {
            names.add(name);
            lengths.add(name.length());
        });
    }

    boolean isIn(String text) {
        String bare = KnownNames.bare(text);
        for (int length : lengths) {
            for (int at = 0; at + length <= bare.length(); at++) {
                if (names.contains(bare.substring(at, at + length))) {
                    return true;
                }
            }
        }
        return false;
    }
}
