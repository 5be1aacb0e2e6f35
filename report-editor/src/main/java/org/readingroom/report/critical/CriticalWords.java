package org.readingroom.report.critical;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.critical.CriticalActor.Side;
import org.readingroom.report.critical.CriticalContact.Medium;
import org.readingroom.report.workflow.Refusal;

/// What an act has to say: a call names both sides and was read back, an exclusion has a reason.
// [impl->req~report.critical.read-back~1]
record CriticalWords(List<Refusal> refusals) {
    void check(CriticalAct act, CriticalActor actor, boolean isSpoken) {
        @Nullable CriticalContact contact = act.contact();
        switch (act.kind()) {
            case SUSPECTED, DISCOVERED -> {
                CriticalFinding finding = act.finding();
                refuse(finding == null || finding.words().isEmpty(), "finding-words");
            }
            case VERIFIED ->
                refuse(
                        isSpoken
                                && (contact == null
                                        || contact.name().isEmpty()
                                        || contact.name().equals(actor.name())),
                        "senior-named");
            case EXCLUDED -> refuse(act.words().isEmpty(), "reason");
            case SENT -> {}
            case UNREACHED -> refuse(contact == null || (contact.name() + contact.phone()).isEmpty(), "who-unreached");
            case NOTIFIED -> notified(contact, actor);
            case ESCALATED -> refuse(act.words().isEmpty(), "to-whom");
            case ACKNOWLEDGED ->
                refuse(
                        actor.side() == Side.READER
                                && (contact == null || contact.name().isEmpty()),
                        "ward-person");
            case HANDLED -> {
                refuse(act.words().isEmpty(), "what-done");
                refuse(
                        actor.side() == Side.READER
                                && (contact == null || contact.name().isEmpty()),
                        "ward-person");
            }
            case CORRECTED -> {
                refuse(act.words().isEmpty(), "reason");
                refuse(act.occurredAt() == null, "time");
                refuse(contact != null && contact.name().isEmpty(), "ward-person");
            }
        }
    }

    private void notified(@Nullable CriticalContact contact, CriticalActor actor) {
        if (contact == null) {
            refuse(true, "ward-person");
            return;
        }
        refuse(contact.name().isEmpty(), "ward-person");
        if (actor.side() == Side.READER) {
            refuse(contact.medium() == Medium.SYSTEM, "system-speaks");
            refuse(contact.medium() == Medium.PHONE && contact.phone().isEmpty(), "phone");
            refuse(contact.readBack().isEmpty(), "read-back");
        }
    }

    private void refuse(boolean isWrong, String ruleId) {
        if (isWrong) {
            refusals.add(new Refusal("critical." + ruleId, "report.critical.rule." + ruleId, List.of()));
        }
    }
}
