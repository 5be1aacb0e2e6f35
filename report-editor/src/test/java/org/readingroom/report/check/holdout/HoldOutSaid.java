package org.readingroom.report.check.holdout;

import java.util.Random;

/// One line as it stands in a report that is being made: what the findings and the impression say of it.
final class HoldOutSaid {
    final HoldOutExam.Line line;
    final HoldOutSlots slots;
    private final String findingsForm;
    private final String impressionForm;
    private String retyped = "";
    String findings;
    String impression;

    HoldOutSaid(HoldOutExam.Line line, HoldOutSlots slots, Random chance) {
        this.line = line;
        this.slots = slots;
        this.findingsForm = HoldOutSlots.choose(line.findings(), chance);
        this.impressionForm = HoldOutSlots.choose(line.impression(), chance);
        this.findings = slots.fill(findingsForm);
        this.impression = slots.fill(impressionForm);
    }

    boolean isFinding() {
        return line.kind() == HoldOutExam.Line.Kind.FINDING;
    }

    boolean isMeasured() {
        return findingsForm.contains("{mm} mm");
    }

    boolean namesImage() {
        return findingsForm.contains("{im}");
    }

    boolean namesSide() {
        return findingsForm.contains("{S}");
    }

    boolean concludesSide() {
        return namesSide() && impressionForm.contains("{S}");
    }

    boolean concludesSize() {
        return impressionForm.contains("mm") || impressionForm.contains("{c}") || impressionForm.contains("cm");
    }

    String shown() {
        return slots.fill("{mm} mm");
    }

    /// The bound number as someone typed it over.
    void retype(String words) {
        findings = findings.replace(shown(), words);
        retyped = words;
    }

    /// The number as it stands in the findings.
    String standing() {
        return retyped.isEmpty() ? shown() : retyped;
    }

    void mirrorFindings() {
        findings = slots.mirrored().fill(findingsForm);
    }

    void mirrorImpression() {
        impression = slots.mirrored().fill(impressionForm);
    }
}
