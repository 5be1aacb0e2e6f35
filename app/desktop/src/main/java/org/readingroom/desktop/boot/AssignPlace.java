package org.readingroom.desktop.boot;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.reading.CaseModel;
import org.readingroom.desktop.worklist.ColleagueSheet;
import org.readingroom.desktop.worklist.ColleagueSheet.Colleague;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.CaseAssignment;
import org.readingroom.services.reading.ClaimAnswer;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Giving the chosen or open case to a colleague.
///
/// **Thread:** FX.
final class AssignPlace {
    private final Surroundings around;
    private final CaseModel cases;
    private final SheetLayer sheets;
    private final Supplier<List<WorklistRow>> rows;
    private final Supplier<@Nullable Order> current;
    private final CaseAssignment assignment;

    AssignPlace(
            Surroundings around,
            CaseParts parts,
            SheetLayer sheets,
            Supplier<List<WorklistRow>> rows,
            Supplier<@Nullable Order> current) {
        this.around = around;
        this.cases = parts.model();
        this.sheets = sheets;
        this.rows = rows;
        this.current = current;
        Session session = around.session();
        this.assignment = new CaseAssignment(
                session.hospital().risWorklist().orElse(NoRis.INSTANCE), session.orders(), parts.me());
    }

    /// For those who read on their own; what a trainee may not begin they cannot hand out either.
    void addTo(CommandList commands, ObservableBooleanValue hasOrder) {
        User me = around.session().user();
        if (!me.has(Role.RADIOLOGIST) && !me.has(Role.SENIOR)) {
            return;
        }
        commands.add(
                "case.assign",
                Shortcuts.key(KeyCode.I, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN),
                hasOrder,
                this::choose);
    }

    private void choose() {
        Order order = current.get();
        if (order != null) {
            around.lanes()
                    .start(Lane.IO, Priority.ON_SCREEN, this::colleagues, found -> show(order, found), around::tell);
        }
    }

    private List<Colleague> colleagues() throws WorkstationException {
        Session session = around.session();
        List<Order> held = session.orders().orders().stream()
                .filter(order -> order.state() == OrderState.CLAIMED && order.owner() != null)
                .toList();
        return session.worklist().readers().stream()
                .filter(user -> !user.id().equals(session.user().id()))
                .map(user -> new Colleague(reader(user), count(held, user)))
                .toList();
    }

    private static long count(List<Order> held, User user) {
        return held.stream()
                .map(Order::owner)
                .filter(owner -> owner != null && owner.id().equals(user.loginName()))
                .count();
    }

    /// As the hospital knows this program's users.
    private static Order.Reader reader(User user) {
        return new Order.Reader(user.loginName(), user.displayName());
    }

    /// Nothing once the person looks at another case.
    private void show(Order order, List<Colleague> colleagues) {
        Order now = current.get();
        if (now == null || !now.id().equals(order.id())) {
            return;
        }
        ColleagueSheet sheet = new ColleagueSheet(around.words(), order, colleagues, to -> {
            sheets.close();
            // the case as it is known by now
            row(order.id()).ifPresent(row -> assign(row, to));
        });
        sheets.show("desktop.assign.title", sheet.body(), 460, 420);
        sheet.focus();
    }

    private Optional<WorklistRow> row(String orderId) {
        return rows.get().stream()
                .filter(row -> row.order() != null && row.order().id().equals(orderId))
                .findFirst();
    }

    private void assign(WorklistRow row, Order.Reader to) {
        Order order = row.order();
        if (order != null) {
            around.lanes()
                    .start(
                            Lane.IO,
                            Priority.ON_SCREEN,
                            () -> recorded(assignment.assign(order, row.handedOnBy(), to), to),
                            answer -> cases.assigned(answer, to.displayName()),
                            fault -> {
                                cases.refresh();
                                around.tell(fault);
                            });
        }
    }

    private ClaimAnswer recorded(ClaimAnswer answer, Order.Reader to) throws WorkstationException {
        if (answer instanceof ClaimAnswer.Confirmed) {
            around.session()
                    .audit()
                    .append(Action.UPDATE, "case.assigned", answer.order().id(), Outcome.SUCCESS, "to " + to.id());
        }
        return answer;
    }
}
