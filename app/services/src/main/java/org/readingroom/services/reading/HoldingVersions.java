package org.readingroom.services.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// Which versions hold on, asked one after the other, the oldest of each report first.
///
/// One that was withdrawn before it reached the hospital does not; nor does a new reading of it that waits for its
/// review, which itself never left the house.
public final class HoldingVersions {
    private final Set<String> withdrawn;
    private final Set<String> withoutGround = new HashSet<>();

    /// `withdrawn` as report and version.
    public HoldingVersions(Set<String> withdrawn) {
        this.withdrawn = withdrawn;
    }

    /// Those of `signed`, oldest first, that hold on.
    public List<SignedReport> of(List<SignedReport> signed) {
        return signed.stream()
                .filter(one -> isHolding(
                        one.report().id().value(),
                        one.act().version(),
                        one.act().stage().name()))
                .toList();
    }

    boolean isHolding(String report, int version, String stage) {
        if (stage.equals(Stage.REREAD.name())) {
            return !withoutGround.contains(report);
        }
        boolean isHolding = !withdrawn.contains(report + "/" + version);
        if (isHolding) {
            withoutGround.remove(report);
        } else {
            withoutGround.add(report);
        }
        return isHolding;
    }
}
