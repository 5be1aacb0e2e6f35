package org.readingroom.report.statistics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.quality.Conformity;

/// A report of an invented study that arrived at [#ARRIVED]; times are minutes after that.
final class MadeFact {
    static final Instant ARRIVED = Instant.parse("2026-03-02T08:00:00Z");

    private String modality = "CT";
    private Urgency urgency = Urgency.ROUTINE;
    private @Nullable Instant ordered;
    private @Nullable Instant arrived = ARRIVED;
    private Instant firstSigned = at(10);
    private @Nullable Instant temporary;
    private @Nullable Instant issued;
    private Polarity conclusion = Polarity.UNMARKED;
    private int returned;
    private boolean isCorrected;
    private boolean isByTrainee;
    private @Nullable Conformity conformity;

    static MadeFact signed(long minutes) {
        MadeFact made = new MadeFact();
        made.firstSigned = at(minutes);
        return made;
    }

    static Instant at(long minutes) {
        return ARRIVED.plus(Duration.ofMinutes(minutes));
    }

    MadeFact issued(long minutes) {
        issued = at(minutes);
        return this;
    }

    MadeFact ordered(long minutes) {
        ordered = at(minutes);
        return this;
    }

    MadeFact temporary(long minutes) {
        temporary = at(minutes);
        return this;
    }

    MadeFact withoutTime() {
        arrived = null;
        return this;
    }

    MadeFact of(String newModality, Urgency newUrgency) {
        modality = newModality;
        urgency = newUrgency;
        return this;
    }

    MadeFact marked(Polarity mark) {
        conclusion = mark;
        return this;
    }

    MadeFact returned(int times) {
        returned = times;
        return this;
    }

    MadeFact corrected() {
        isCorrected = true;
        return this;
    }

    MadeFact compared(Conformity verdict) {
        conformity = verdict;
        return this;
    }

    MadeFact byTrainee() {
        isByTrainee = true;
        return this;
    }

    ReportFact fact() {
        return new ReportFact(
                modality,
                "CHEST",
                urgency,
                ordered,
                arrived,
                firstSigned,
                temporary,
                issued,
                conclusion,
                returned,
                isCorrected,
                isByTrainee,
                conformity);
    }
}
