package org.readingroom.desktop.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The demo line: from the first start to the addendum, on the chest CT of the demo department; then its other studies.
///
/// **Thread:** FX.
// [impl->req~shell.tour~1]
public final class DemoLine {
    private final Puppet puppet;
    private final Supplier<Optional<Backstage>> backstage;
    private final Runnable toDemo;
    private final List<Path> mixed;
    private final Locale locale;

    /// `toDemo` leaves the home that the first steps make for that of the demo department; `mixed` are files to
    /// import, of which some are no images.
    public DemoLine(
            Puppet puppet, Supplier<Optional<Backstage>> backstage, Runnable toDemo, List<Path> mixed, Locale locale) {
        this.puppet = puppet;
        this.backstage = backstage;
        this.toDemo = toDemo;
        this.mixed = List.copyOf(mixed);
        this.locale = locale;
    }

    public List<Step> steps() {
        Script script = new Script(puppet, backstage, locale);
        NoduleOnDesk nodule = new NoduleOnDesk(script);
        new EntryChapter(script, toDemo, mixed).write();
        new ImagesChapter(script, nodule).write();
        new ReportChapter(script, nodule).write();
        new ReviewChapter(script).write();
        new ComparingChapter(script).write();
        new ModalitiesChapter(script).write();
        return script.steps();
    }
}
