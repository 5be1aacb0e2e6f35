package org.readingroom.desktop.reporting;

import java.util.List;
import java.util.function.Consumer;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.services.reporting.TemplateStore;
import org.readingroom.services.reporting.TemplateVersion;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The templates there are for the window: those that ship, and the department's own; the disk is asked off FX.
///
/// **Thread:** FX.
public final class DepartmentTemplates {
    private record Read(List<TemplateVersion> versions, List<ReportTemplate> current) {}

    private interface Work<T> {
        T run() throws WorkstationException;
    }

    private final TemplateStore store;
    private final TaskRunner runner;
    private final Consumer<Exception> fault;
    private List<TemplateVersion> versions = List.of();
    private TemplateLibrary library = TemplateLibrary.shipped();

    /// `fault` is told what could not be read or kept.
    public DepartmentTemplates(TemplateStore store, TaskRunner runner, Consumer<Exception> fault) {
        this.store = store;
        this.runner = runner;
        this.fault = fault;
    }

    public TemplateLibrary library() {
        return library;
    }

    /// **Order:** as they were kept.
    List<TemplateVersion> versions() {
        return versions;
    }

    boolean mayWrite() {
        return store.mayWrite();
    }

    /// Reads all of them anew, then does `done`.
    public void read(Runnable done) {
        start(this::readAll, read -> {
            put(read);
            done.run();
        });
    }

    void keep(byte[] file, Consumer<TemplateVersion> done) {
        change(() -> store.keep(file), done);
    }

    void retire(TemplateVersion version, Consumer<TemplateVersion> done) {
        change(() -> store.retire(version), done);
    }

    void source(TemplateVersion version, Consumer<String> done) {
        start(() -> store.source(version), done);
    }

    private void change(Work<TemplateVersion> change, Consumer<TemplateVersion> done) {
        record Changed(TemplateVersion version, Read read) {}
        start(() -> new Changed(change.run(), readAll()), changed -> {
            put(changed.read());
            done.accept(changed.version());
        });
    }

    private <T> void start(Work<T> work, Consumer<T> done) {
        runner.start(Lane.IO, Priority.ON_SCREEN, work::run, done, fault);
    }

    private Read readAll() throws WorkstationException {
        return new Read(store.versions(), store.current());
    }

    private void put(Read read) {
        versions = read.versions();
        library = TemplateLibrary.shipped().with(read.current());
    }
}
