package org.readingroom.desktop.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.edit.SectionText;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.report.workflow.VersionValidity;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `report`: write, sign, verify and export the report of a study.
@Command(
        name = "report",
        description = "${bundle:cli.report.description}",
        subcommands = {
            ReportCommand.New.class,
            ReportCommand.Sign.class,
            ReportCommand.Verify.class,
            ReportExportCommand.class
        })
final class ReportCommand extends HeadlessCommand {
    ReportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run() {
        throw usage("cli.usage.no-command");
    }

    /// The study of `uid` in this home.
    static Study study(Session session, String uid) throws WorkstationException {
        return session.studies()
                .study(new StudyUid(uid))
                .orElseThrow(() -> new CommandRefusedException("cli.fault.no-study", List.of(uid)));
    }

    /// `report new`: gives the draft of a study its words; sections not named stay as they are.
    @Command(name = "new", description = "${bundle:cli.report.new.description}")
    static final class New extends HeadlessCommand {
        @Parameters(paramLabel = "STUDY", description = "${bundle:cli.report.study}")
        private String uid = "";

        @Option(names = "--technique", paramLabel = "TEXT", description = "${bundle:cli.report.technique}")
        private @Nullable String technique;

        @Option(names = "--findings", paramLabel = "TEXT", description = "${bundle:cli.report.findings}")
        private @Nullable String findings;

        @Option(names = "--impression", paramLabel = "TEXT", description = "${bundle:cli.report.impression}")
        private @Nullable String impression;

        @Option(names = "--addendum", paramLabel = "TEXT", description = "${bundle:cli.report.addendum}")
        private @Nullable String addendum;

        @Option(names = "--template", description = "${bundle:cli.report.template}")
        private boolean template;

        @Mixin
        private HomeOptions home = new HomeOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        New(Terminal terminal) {
            super(terminal);
        }

        // [impl->req~cli.report~1]
        @Override
        int run() throws WorkstationException, IOException {
            return home.signedIn(this, (session, password) -> write(session));
        }

        private int write(Session session) throws WorkstationException {
            ReportLanguage language = ReportLanguage.of(terminal.words().locale());
            OpenReport open =
                    session.reports().open(session.worklist().survivors().of(study(session, uid)), language, "");
            Report report = template ? fromTemplate(open.report()) : open.report();
            report = with(report, SectionKind.TECHNIQUE, technique);
            report = with(report, SectionKind.FINDINGS, findings);
            report = with(report, SectionKind.IMPRESSION, impression);
            report = with(report, SectionKind.ADDENDUM, addendum);
            session.reports().saveDraft(report, open.base());
            if (json.isOn()) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("report", report.id().value());
                facts.put("baseVersion", open.baseVersion());
                facts.put("template", report.templateId());
                terminal.line(JsonOption.text(facts));
            } else {
                terminal.line(report.id().value());
            }
            return ExitCode.DONE;
        }

        private static Report fromTemplate(Report report) {
            return TemplateLibrary.shipped()
                    .best(report.study(), report.language())
                    .map(best ->
                            new Report(report.id(), report.study(), report.language(), best.id(), best.fill(report)))
                    .orElse(report);
        }

        private static Report with(Report report, SectionKind kind, @Nullable String text) {
            return text == null ? report : report.with(SectionText.replace(report.section(kind), text));
        }
    }

    /// `report sign`: signs the draft of a study with the key of who signs in.
    @Command(name = "sign", description = "${bundle:cli.report.sign.description}")
    static final class Sign extends HeadlessCommand {
        @Parameters(paramLabel = "STUDY", description = "${bundle:cli.report.study}")
        private String uid = "";

        @Option(
                names = "--stage",
                paramLabel = "trainee|primary|review|addendum",
                description = "${bundle:cli.report.stage}")
        private @Nullable String stage;

        @Option(names = "--reason", paramLabel = "TEXT", description = "${bundle:cli.report.reason}")
        private String reason = "";

        @Mixin
        private HomeOptions home = new HomeOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        Sign(Terminal terminal) {
            super(terminal);
        }

        // [impl->req~cli.report~1]
        @Override
        int run() throws WorkstationException, IOException {
            @Nullable Stage asked = asked();
            return home.signedIn(this, (session, password) -> sign(session, password, asked));
        }

        private @Nullable Stage asked() {
            if (stage == null) {
                return null;
            }
            for (Stage known : Stage.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(stage)) {
                    return known;
                }
            }
            throw usage("cli.usage.value", "--stage", stage);
        }

        private int sign(Session session, char[] password, @Nullable Stage asked) throws WorkstationException {
            Study study = session.worklist().survivors().of(study(session, uid));
            OpenReport open = session.reports()
                    .open(study, ReportLanguage.of(terminal.words().locale()), "");
            if (!open.isDraft() && open.versions().isEmpty()) {
                throw new CommandRefusedException("cli.report.no-draft", List.of());
            }
            Stage at = asked;
            if (at == null) {
                at = open.nextStage()
                        .orElseThrow(() -> new CommandRefusedException("cli.report.not-your-turn", List.of()));
            }
            try {
                SignedReport signed = session.reports().sign(open.report(), open.baseVersion(), at, reason, password);
                tell(signed);
                return ExitCode.DONE;
            } catch (SigningRefusedException e) {
                e.refusals()
                        .forEach(refusal -> terminal.note(
                                words(refusal.messageKey(), refusal.arguments().toArray())));
                return ExitCode.REFUSED;
            }
        }

        private void tell(SignedReport signed) {
            if (json.isOn()) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("report", signed.report().id().value());
                facts.put("version", signed.act().version());
                facts.put("stage", signed.act().stage().name());
                facts.put("digest", signed.digest());
                terminal.line(JsonOption.text(facts));
            } else {
                terminal.line(words(
                        "cli.report.signed",
                        signed.act().version(),
                        words(signed.act().stage().messageKey()),
                        signed.digest()));
            }
        }
    }

    /// `report verify`: every signed version of a study, its signature, its place, its audit event.
    @Command(name = "verify", description = "${bundle:cli.report.verify.description}")
    static final class Verify extends HeadlessCommand {
        @Parameters(paramLabel = "STUDY", description = "${bundle:cli.report.study}")
        private String uid = "";

        @Mixin
        private HomeOptions home = new HomeOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        Verify(Terminal terminal) {
            super(terminal);
        }

        // [impl->req~cli.report~1]
        @Override
        int run() throws WorkstationException, IOException {
            return home.signedIn(this, (session, password) -> verify(session));
        }

        private int verify(Session session) throws WorkstationException {
            StudyUid study = study(session, uid).uid();
            List<VersionVerdict> verdicts = session.reports().verify(study);
            if (verdicts.isEmpty()) {
                throw new CommandRefusedException("cli.report.none-signed", List.of());
            }
            ReportCourse course = session.course().course(study);
            for (VersionVerdict verdict : verdicts) {
                SignedReport signed = verdict.version();
                VersionValidity validity = VersionValidity.of(signed, course);
                if (json.isOn()) {
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("version", signed.act().version());
                    facts.put("stage", signed.act().stage().name());
                    facts.put("sound", verdict.isSound());
                    facts.put("validity", validity.code());
                    facts.put("digest", signed.digest());
                    terminal.line(JsonOption.text(facts));
                } else {
                    String told = words(
                            verdict.isSound() ? "cli.report.sound" : "cli.report.unsound",
                            signed.act().version(),
                            words(signed.act().stage().messageKey()),
                            signed.digest());
                    terminal.line(
                            validity.isValid()
                                    ? told
                                    : told + "\t" + validity.told(terminal.words(), ZoneId.systemDefault()));
                }
            }
            return verdicts.stream().allMatch(VersionVerdict::isSound) ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }
}
