package org.readingroom.desktop.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.exporting.ExportChoice.Form;
import org.readingroom.desktop.exporting.NativePicture;
import org.readingroom.desktop.exporting.VolumeFiles;
import org.readingroom.services.export.DicomExport;
import org.readingroom.services.export.DicomOrder;
import org.readingroom.services.export.DicomOrder.Packing;
import org.readingroom.services.export.ExportDraft;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.viewer.deidentify.DeidentifyOption;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `export`: takes a study of a home out, past the same gate as the window.
@Command(name = "export", description = "${bundle:cli.export.description}")
final class ExportCommand extends HeadlessCommand {
    /// In what form.
    enum As {
        dicom,
        dicomdir,
        zip,
        iso,
        nifti,
        nii,
        png,
        tiff,
        png16,
        tiff16
    }

    @Parameters(paramLabel = "STUDY", description = "${bundle:cli.report.study}")
    private String uid = "";

    @Option(names = "--as", paramLabel = "FORM", required = true, description = "${bundle:cli.export.as}")
    private As as = As.dicom;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "${bundle:cli.export.out}")
    private Path out = Path.of("");

    @Option(names = "--series", paramLabel = "UID", description = "${bundle:cli.export.series}")
    private @Nullable String series;

    @Option(names = "--deidentify", description = "${bundle:cli.export.deidentify}")
    private boolean deidentify;

    @Option(names = "--keep", paramLabel = "OPTION", split = ",", description = "${bundle:cli.export.keep}")
    private List<String> keep = new ArrayList<>();

    @Option(names = "--looked-at", description = "${bundle:cli.export.looked-at}")
    private boolean lookedAt;

    @Option(names = "--once", description = "${bundle:cli.export.once}")
    private boolean once;

    @Option(names = "--resample", description = "${bundle:cli.export.resample}")
    private boolean resample;

    @Mixin
    private HomeOptions home = new HomeOptions();

    ExportCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.export~1]
    @Override
    int run() throws WorkstationException, IOException {
        Set<DeidentifyOption> options = options();
        return home.signedIn(this, (session, password) -> {
            Study study = ReportCommand.study(session, uid);
            List<Series> wanted = session.studies().series(study.uid()).stream()
                    .filter(each -> series == null || each.uid().value().equals(series))
                    .toList();
            if (wanted.isEmpty()) {
                throw new CommandRefusedException("cli.export.no-series", List.of(String.valueOf(series)));
            }
            return switch (as) {
                case dicom, dicomdir, zip, iso -> objects(session, study, wanted, options);
                default -> pictures(session, study, wanted);
            };
        });
    }

    private Set<DeidentifyOption> options() {
        Set<DeidentifyOption> options = EnumSet.noneOf(DeidentifyOption.class);
        for (String each : keep) {
            options.add(EnumSet.allOf(DeidentifyOption.class).stream()
                    .filter(option -> option.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(each))
                    .findFirst()
                    .orElseThrow(() -> usage("cli.export.unknown-option", each)));
        }
        if (options.contains(DeidentifyOption.RETAIN_FULL_DATES)
                && options.contains(DeidentifyOption.RETAIN_MODIFIED_DATES)) {
            throw usage("cli.export.two-dates");
        }
        return options;
    }

    private int objects(Session session, Study study, List<Series> wanted, Set<DeidentifyOption> options)
            throws WorkstationException {
        List<StoredInstance> instances = new ArrayList<>();
        for (Series each : wanted) {
            instances.addAll(session.studies().instances(each.uid()));
        }
        Packing packing = switch (as) {
            case dicomdir -> Packing.FILE_SET;
            case zip -> Packing.ZIP;
            case iso -> Packing.ISO;
            default -> Packing.FOLDER;
        };
        DicomOrder.Without without = deidentify ? new DicomOrder.Without(options, !once, lookedAt) : null;
        DicomExport.Result result = session.dicomExport()
                .write(new DicomOrder(study.uid(), instances, packing, without, "EXPORT"), out, Progress.IGNORED);
        terminal.line(result.place() + "\t" + result.written());
        result.leftOut().forEach((key, count) -> terminal.note(words("cli.export.left-out", count, words(key))));
        return result.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int pictures(Session session, Study study, List<Series> wanted) throws WorkstationException, IOException {
        List<DisplaySet> sets = new ArrayList<>();
        for (Series each : wanted) {
            List<ImageHeader> headers = new ArrayList<>();
            for (StoredInstance instance : session.studies().instances(each.uid())) {
                ImageHeader.of(session.studies().header(instance.uid())).ifPresent(headers::add);
            }
            sets.addAll(DisplaySetRules.split(headers));
        }
        int frames = sets.stream().mapToInt(set -> set.frames().size()).sum();
        if (frames == 0) {
            throw new CommandRefusedException("cli.export.no-series", List.of(String.valueOf(series)));
        }
        ExportForm form = as == As.nifti || as == As.nii ? ExportForm.VOLUME : ExportForm.PICTURE;
        // pixels may hold words, and nobody has looked
        ExportRequest request = new ExportRequest(form, ExportPlace.FILE, PatientIdentity.NAMED, study.uid(), frames);
        return GatedWork.through(session.gate(), request, () -> {
            for (DisplaySet set : sets) {
                if (form == ExportForm.VOLUME) {
                    volume(session, set);
                } else {
                    frames(session, set);
                }
            }
            return ExitCode.DONE;
        });
    }

    private void volume(Session session, DisplaySet set) throws WorkstationException, IOException {
        try (ExportDraft draft = ExportDraft.ofFile(out, as == As.nii ? "EXPORT.nii" : "EXPORT.nii.gz")) {
            VolumeFiles.Result result =
                    VolumeFiles.write(draft.path(), set, List.of(set), session.frames(), resample, Progress.IGNORED);
            result.warningKeys().forEach(key -> terminal.note(words(key)));
            terminal.line(draft.keep() + "\t" + result.times());
        }
    }

    private void frames(Session session, DisplaySet set) throws WorkstationException, IOException {
        Form form = switch (as) {
            case tiff -> Form.NATIVE_TIFF;
            case png16 -> Form.DEEP_PNG;
            case tiff16 -> Form.DEEP_TIFF;
            default -> Form.NATIVE_PNG;
        };
        String ending = form == Form.NATIVE_PNG || form == Form.DEEP_PNG ? ".png" : ".tif";
        try (ExportDraft draft = ExportDraft.ofFolder(out, "EXPORT")) {
            int number = 0;
            for (ImageFrame frame : set.frames()) {
                Path file = draft.path().resolve("%05d".formatted(++number) + ending);
                try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
                    NativePicture.write(to, frame, session.frames(), OpenSet.AS_TAKEN, form);
                }
            }
            terminal.line(draft.keep() + "\t" + number);
        }
    }
}
