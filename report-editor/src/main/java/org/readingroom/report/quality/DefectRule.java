package org.readingroom.report.quality;

import java.util.Collection;
import java.util.Set;

/// A defect of the rule file: the modalities it is asked of, none for all, and whether it has to be told in words.
public record DefectRule(ImageDefect defect, Set<String> modalities, boolean needsWords) {
    public DefectRule {
        modalities = Set.copyOf(modalities);
    }

    /// Whether it can be said of images of `these` modalities; of what has none everything can.
    public boolean isOf(Collection<String> these) {
        return modalities.isEmpty() || these.isEmpty() || these.stream().anyMatch(modalities::contains);
    }
}
