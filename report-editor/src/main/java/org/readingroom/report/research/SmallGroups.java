package org.readingroom.report.research;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many patients could be told from the others by what everybody may know of them: sex, age, modality
/// and year.
///
/// Warned of, not taken out: whether it matters depends on who gets the table. `least` is the size of
/// group asked for.
// [impl->req~report.research.small-groups~1]
public record SmallGroups(int patients, int ofAll, int least) {
    public static SmallGroups of(ResearchTable table, DateForm dates, int least) {
        Map<List<String>, Set<String>> groups = new HashMap<>();
        Set<String> all = new HashSet<>();
        for (ResearchRow row : table.rows()) {
            // a moved day says nothing that somebody else knows
            String year = dates == DateForm.YEAR ? row.day() : "";
            groups.computeIfAbsent(List.of(row.sex(), row.age(), row.modality(), year), group -> new HashSet<>())
                    .add(row.patient());
            all.add(row.patient());
        }
        Set<String> small = new HashSet<>();
        groups.values().stream().filter(group -> group.size() < least).forEach(small::addAll);
        return new SmallGroups(small.size(), all.size(), least);
    }

    public boolean isAny() {
        return patients > 0;
    }
}
