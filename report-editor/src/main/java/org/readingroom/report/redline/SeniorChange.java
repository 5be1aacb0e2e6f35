package org.readingroom.report.redline;

import java.util.Set;
import org.readingroom.report.model.SectionKind;

/// One change that somebody else made to a person's words, and of which kinds it is.
public record SeniorChange(SectionKind section, Set<ChangeKind> kinds, RedlineAct act) {
    public SeniorChange {
        kinds = Set.copyOf(kinds);
    }
}
