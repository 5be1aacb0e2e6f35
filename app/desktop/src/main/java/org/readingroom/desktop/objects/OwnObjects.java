package org.readingroom.desktop.objects;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.services.reading.MadeObject;
import org.readingroom.viewer.model.SopInstanceUid;

/// Which objects of a study were made here, and which of these another took the place of.
public record OwnObjects(Set<SopInstanceUid> made, Set<SopInstanceUid> replaced) {
    public static final OwnObjects NONE = new OwnObjects(Set.of(), Set.of());

    public OwnObjects {
        made = Set.copyOf(made);
        replaced = Set.copyOf(replaced);
    }

    /// **Order:** as they were made.
    public static OwnObjects of(List<MadeObject> objects) {
        Map<String, SopInstanceUid> newest = new HashMap<>();
        Set<SopInstanceUid> made = new HashSet<>();
        Set<SopInstanceUid> replaced = new HashSet<>();
        for (MadeObject object : objects) {
            made.add(object.instance());
            SopInstanceUid before = newest.put(object.slot(), object.instance());
            if (before != null) {
                replaced.add(before);
            }
        }
        return new OwnObjects(made, replaced);
    }

    boolean isMade(SopInstanceUid instance) {
        return made.contains(instance);
    }

    boolean isReplaced(SopInstanceUid instance) {
        return replaced.contains(instance);
    }
}
