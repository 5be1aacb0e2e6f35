package org.readingroom.report.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.readingroom.report.merge.ReportMerge;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.ui.suggest.Offered;
import org.readingroom.report.ui.suggest.SuggestionsModel;

/// One person's random way through the editor, the same for the same seed.
final class EditingRound {
    private static final List<SectionKind> WRITTEN = List.of(SectionKind.FINDINGS, SectionKind.IMPRESSION);
    private static final List<String> TYPED = List.of("双肺纹理清晰。", "纵隔居中", "。", "，", "未见骨折。", "建议复查", "\n", "请结合病史。");

    /// What another person may have made of the report, and what that person had said yes to.
    private record Snapshot(Report report, Set<String> accepted) {}

    private final long seed;
    private final Random random;
    private final EditorBench bench = new EditorBench();
    private final OfferedWords machine = new OfferedWords();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private ReportEditorViewModel model;
    private SuggestionsModel suggestions;
    private String clipboard = "";
    private boolean isTainted;
    private int signatures;

    EditingRound(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        bench.measure(8.3417);
        Report report = SampleReports.chestCt();
        for (SectionKind kind : WRITTEN) {
            report = report.with(machine.draft(report.section(kind)));
        }
        snapshots.add(new Snapshot(report, machine.accepted()));
        model = bench.model(report, SampleReports.radiologist());
        suggestions = machine.beside(model);
    }

    /// How often a signature was made on the way.
    int run(int steps) {
        for (int step = 0; step < steps; step++) {
            Report before = model.report();
            int act = random.nextInt(18);
            act(act);
            machine.watch(before, model.report(), act);
            if (random.nextInt(4) == 0) {
                bench.pass(Duration.ofSeconds(2));
            }
            sign(step);
        }
        return signatures;
    }

    private void act(int act) {
        SectionKind kind = WRITTEN.get(random.nextInt(WRITTEN.size()));
        String text = model.report().text(kind);
        int at = random.nextInt(text.length() + 1);
        switch (act) {
            case 0, 1 -> suggestions.ask(kind, at);
            case 2 -> offered(each -> machine.accept(suggestions, each));
            case 3 -> offered(each -> machine.edit(suggestions, each));
            case 4 -> offered(suggestions::reject);
            case OfferedWords.UNDO -> model.undo();
            case OfferedWords.REDO -> model.redo();
            case 7 -> cut(kind, text, at);
            case 8, 9 -> model.type(kind, text.substring(0, at) + clipboard + text.substring(at));
            case 10 ->
                model.type(kind, text.substring(0, at) + TYPED.get(random.nextInt(TYPED.size())) + text.substring(at));
            case 11 ->
                model.type(
                        kind,
                        text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(3))));
            case 12 -> model.apply(model.templates().get(random.nextInt(2)));
            case 13 -> model.insert(kind, at, List.of(ReportSentence.of("气管通畅。", SentenceOrigin.HUMAN)));
            case 14 -> again(merged());
            case 15 -> again(reloaded());
            case 16 -> takeOver(kind);
            default -> snapshots.add(new Snapshot(model.report(), machine.accepted()));
        }
    }

    private void offered(java.util.function.Consumer<Offered> act) {
        if (!suggestions.offered().isEmpty()) {
            act.accept(suggestions
                    .offered()
                    .get(random.nextInt(suggestions.offered().size())));
        }
    }

    private void cut(SectionKind kind, String text, int at) {
        int end = Math.min(text.length(), at + random.nextInt(40));
        clipboard = text.substring(at, end);
        isTainted = machine.touches(model.report().section(kind), at, end);
        if (random.nextBoolean()) {
            model.type(kind, text.substring(0, at) + text.substring(end));
        }
    }

    private void takeOver(SectionKind kind) {
        model.report().section(kind).sentences().stream()
                .filter(ReportSentence::isUnaccepted)
                .findFirst()
                .ifPresent(sentence -> machine.takeOver(model, kind, sentence));
    }

    private Report merged() {
        Report base = snapshots.getFirst().report;
        Snapshot theirs = snapshots.get(random.nextInt(snapshots.size()));
        machine.acceptedToo(theirs.accepted);
        return ReportMerge.merge(base, model.report(), theirs.report).merged();
    }

    private Report reloaded() {
        model.flush();
        try {
            return ReportJson.read(ReportJson.write(model.report()));
        } catch (ReportFormatException e) {
            throw new AssertionError(e);
        }
    }

    /// The editor opened anew. It hands no unaccepted words to the clipboard, so none come back from there; words that
    /// were copied between a yes and its undoing are left out as well.
    private void again(Report report) {
        if (isTainted || machine.holdsUnaccepted(clipboard)) {
            clipboard = "";
        }
        model = bench.model(report, SampleReports.radiologist());
        suggestions = machine.beside(model);
    }

    private void sign(int step) {
        if (!model.refusals("").isEmpty() || random.nextInt(3) > 0) {
            return;
        }
        model.sign("", "demo".toCharArray(), outcome -> {
            Report signed = ((SignPort.Outcome.Signed) outcome).report().report();
            signatures++;
            machine.examine(signed, "seed " + seed + ", step " + step);
        });
        again(model.report());
    }
}
