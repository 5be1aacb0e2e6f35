package org.readingroom.services.reporting;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Stage;
import org.readingroom.services.store.VersionTable;

/// The signed versions of one report as far as they are listed without being opened.
final class ReportWay {
    private final VersionTable.Row first;
    private final Set<String> digests = new HashSet<>();
    private VersionTable.Row last;
    private @Nullable Instant temporary;
    private @Nullable Instant issued;
    private boolean isCorrected;

    ReportWay(VersionTable.Row first) {
        this.first = first;
        this.last = first;
    }

    /// The next version, in the order they were signed; a new reading is none before its review.
    void add(VersionTable.Row row) {
        if (row.stage().equals(Stage.REREAD.name())) {
            return;
        }
        last = row;
        digests.add(row.digest());
        Instant at = Instant.ofEpochMilli(row.signedAt());
        switch (Stage.valueOf(row.stage())) {
            case TEMPORARY -> temporary = temporary == null ? at : temporary;
            case REVIEW -> issued = issued == null ? at : issued;
            case CORRECTION, AMENDMENT -> isCorrected = true;
            case TRAINEE, PRIMARY, COUNTERSIGNATURE, CONSULTATION, ADDENDUM, REREAD -> {}
        }
    }

    VersionTable.Row last() {
        return last;
    }

    Set<String> digests() {
        return digests;
    }

    Instant firstSigned() {
        return Instant.ofEpochMilli(first.signedAt());
    }

    boolean isByTrainee() {
        return first.stage().equals(Stage.TRAINEE.name());
    }

    @Nullable
    Instant temporary() {
        return temporary;
    }

    @Nullable
    Instant issued() {
        return issued;
    }

    boolean isCorrected() {
        return isCorrected;
    }
}
