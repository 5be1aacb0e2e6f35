package org.readingroom.report.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckFacts;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.check.Overrules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;

/// What the checks say of the report as it is now, and what a person let stand of it.
///
/// **Thread:** `fx`, or one test thread.
public final class LiveChecks {
    private ReportChecks checks;
    private final ReportPorts ports;
    private final Author author;
    private final ObservableList<CheckResult> results = FXCollections.observableArrayList();
    // Held here: a view of a list listens to it weakly, so one that nobody holds falls silent.
    private final ObservableList<CheckResult> view = FXCollections.unmodifiableObservableList(results);
    private final ReadOnlyObjectWrapper<List<Overrule>> standing = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<CheckResult>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private UnaryOperator<CheckFacts> around = UnaryOperator.identity();
    private Function<String, Optional<ReportTemplate>> library =
            id -> TemplateLibrary.shipped().find(id);
    private Overrules overrules = Overrules.NONE;
    private List<CheckResult> all = List.of();
    private @Nullable Report looked;

    LiveChecks(ReportChecks checks, ReportPorts ports, Author author) {
        this.checks = checks;
        this.ports = ports;
        this.author = author;
    }

    /// What was found and is not overruled.
    public ObservableList<CheckResult> results() {
        return view;
    }

    /// What is overruled and would be found otherwise.
    public ReadOnlyObjectProperty<List<Overrule>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// What the checks would say were it not for `one`; empty once it lapsed.
    Optional<CheckResult> overruled(Overrule one) {
        Report report = looked;
        return report == null ? Optional.empty() : Overrules.covered(one, all, report);
    }

    /// The result that a person went to last.
    ObjectProperty<Optional<CheckResult>> chosenProperty() {
        return chosen;
    }

    /// The chosen result, else the first; empty when there is none.
    Optional<CheckResult> current() {
        return chosen.get().filter(results::contains).or(() -> results.stream().findFirst());
    }

    /// What is known around the report, added to day and author, from now on.
    public void know(UnaryOperator<CheckFacts> facts) {
        around = facts;
        again();
    }

    /// Where templates are found by their id from now on, the department's own too.
    public void templates(Function<String, Optional<ReportTemplate>> found) {
        library = found;
        checks = checks.with(found);
        again();
    }

    /// The template of this id; empty for one that is not known here.
    Optional<ReportTemplate> template(String id) {
        return id.isEmpty() ? Optional.empty() : library.apply(id);
    }

    public boolean isOverrulable(CheckResult result) {
        return checks.rules().isOverrulable(result);
    }

    /// Lets `result` stand; empty when the rules do not allow it or no reason is given.
    public Optional<Overrule> overrule(CheckResult result, String reason) {
        Report report = looked;
        if (report == null || reason.isBlank() || !isOverrulable(result) || !results.contains(result)) {
            return Optional.empty();
        }
        overrules = overrules.with(
                result, report, checks.rules(), author, ports.clock().instant(), reason);
        look(report);
        return Optional.of(overrules.all().getLast());
    }

    /// What was let stand before the report was taken up, by whomever; it holds as far as the words are
    /// the same.
    public void recall(List<Overrule> earlier) {
        overrules = overrules.after(earlier);
        again();
    }

    void again() {
        Report report = looked;
        if (report != null) {
            look(report);
        }
    }

    void look(Report report) {
        looked = report;
        CheckFacts known = new CheckFacts(
                "",
                List.of(),
                CheckFacts.UNKNOWN.images(),
                java.time.LocalDate.ofInstant(ports.clock().instant(), ports.zone()),
                author);
        List<CheckResult> everything = new ArrayList<>(ports.signing().concerns(report));
        everything.addAll(
                checks.check(new CheckContext(report, true, ports.measurements()::measured, around.apply(known))));
        all = List.copyOf(everything);
        List<CheckResult> found = overrules.without(all, report, checks.rules());
        standing.set(overrules.holding(all, report));
        if (!found.equals(results)) {
            results.setAll(found);
        }
    }
}
