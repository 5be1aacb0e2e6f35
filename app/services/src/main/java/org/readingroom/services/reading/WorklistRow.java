package org.readingroom.services.reading;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// One line of the worklist: a study that is here, an order of the hospital, or both.
///
/// `pinyin` and `initials` are as in [WorklistItem]. `priors` counts the patient's surely earlier studies that are
/// known here. `searchText` is what [WorklistFilter] looks through. Where both halves say something, the hospital's
/// order is what a list shows (clause A2); who opens the study is warned where its pictures say otherwise.
// [impl->req~worklist.row~1]
public record WorklistRow(
        @Nullable WorklistItem item,
        @Nullable Order order,
        String pinyin,
        String initials,
        int priors,
        String searchText) {
    public WorklistRow {
        if (item == null && order == null) {
            throw new IllegalArgumentException("a row is of a study, of an order, or of both");
        }
    }

    /// A study that no order is known for.
    public static WorklistRow of(WorklistItem item, int priors) {
        return new WorklistRow(item, null, item.pinyin(), item.initials(), priors, item.searchText());
    }

    /// The study as it is here; nothing while no picture is.
    public Optional<Study> study() {
        return item == null ? Optional.empty() : Optional.of(item.study());
    }

    /// Which study it is; nothing while the hospital knows of no pictures.
    public Optional<StudyUid> uid() {
        return item != null
                ? Optional.of(item.study().uid())
                : Optional.ofNullable(order).map(Order::study);
    }

    public Patient patient() {
        return order != null ? order.patient() : here().study().patient();
    }

    public String accessionNumber() {
        return order != null && !order.accessionNumber().isBlank()
                ? order.accessionNumber()
                : item == null ? "" : item.study().accessionNumber();
    }

    public String modality() {
        return order != null && !order.modality().isBlank()
                ? order.modality()
                : item == null ? "" : String.join("+", item.study().modalities());
    }

    public String bodyPart() {
        return order != null && !order.bodyPart().isBlank()
                ? order.bodyPart()
                : item == null ? "" : item.study().bodyPart();
    }

    public String description() {
        return order != null && !order.description().isBlank()
                ? order.description()
                : item == null ? "" : item.study().description();
    }

    /// What the hospital asks for, else what the files do.
    public ReadingPriority priority() {
        return order == null
                ? here().priority()
                : switch (order.priority()) {
                    case STAT -> ReadingPriority.STAT;
                    case ASAP, URGENT -> ReadingPriority.HIGH;
                    case ROUTINE -> ReadingPriority.ROUTINE;
                };
    }

    /// How far the reading is: what was done here, and what the hospital has done without this home.
    public ReadingState state() {
        if (item != null && item.state() != ReadingState.NEW) {
            return item.state();
        }
        // a Task is completed at the end of every stage: only the RIS's report itself may be called issued
        return order != null && order.state() == OrderState.COMPLETED ? ReadingState.DONE_ELSEWHERE : ReadingState.NEW;
    }

    /// What the report waits for that [#state] does not say; nothing while it waits for nothing else.
    public Optional<Awaited> awaited() {
        return item == null ? Optional.empty() : Optional.ofNullable(item.awaited());
    }

    /// Until when a formal report is to take the place of the temporary one that stands; null when none stands.
    public @Nullable Instant formalDue() {
        return item == null ? null : item.formalDue();
    }

    /// Who holds the case at the hospital although they have signed here and handed it on to the next stage; null
    /// otherwise.
    public Order.@Nullable Reader handedOnBy() {
        if (item == null || order == null || order.owner() == null) {
            return null;
        }
        // a temporary report is signed by who goes off duty; whoever comes next writes the formal one
        boolean isOnItsWay = item.state() == ReadingState.TEMPORARY_SIGNED
                || item.state() == ReadingState.TRAINEE_SUBMITTED
                || item.state() == ReadingState.PRIMARY_SIGNED;
        return isOnItsWay && item.signers().contains(order.owner().id()) ? order.owner() : null;
    }

    /// The order as it stands at this desk: a case that was handed on here is held by nobody, and one that was read to
    /// its end here is closed though the hospital has not heard of it.
    public @Nullable Order caseOrder() {
        if (order != null && isReadHere()) {
            return order.closed();
        }
        return order != null && handedOnBy() != null ? order.free() : order;
    }

    /// Whether the last signature was given here, on its way still, and nobody else has taken the case meanwhile.
    private boolean isReadHere() {
        if (item == null || order == null || item.state() != ReadingState.AWAITING_ISSUE) {
            return false;
        }
        return order.owner() == null || item.signers().contains(order.owner().id());
    }

    /// Who holds the case at the hospital, else who wrote here last; empty when nobody.
    public String reader() {
        return order != null && order.owner() != null ? order.owner().displayName() : item == null ? "" : item.reader();
    }

    /// True when `other` is the same case, read at another time: the same order, else the same study.
    public boolean isSameCase(WorklistRow other) {
        return order != null && other.order != null
                ? order.id().equals(other.order.id())
                : uid().isPresent() && uid().equals(other.uid());
    }

    private WorklistItem here() {
        return Objects.requireNonNull(item, "a row without an order is of a study");
    }
}
