package org.readingroom.desktop.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.home.Session;
import org.readingroom.services.reporting.ReportCopies;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `report export`: a signed version as files that others can check.
///
/// ```
/// report.pdf       as people read it           canonical.json   the bytes that were signed
/// report.html      the same as a page          report.txt       the same as lines of text
/// signature.p7s    detached CMS over them       signers.pem      the certificates inside it
/// ```
///
/// What is read says so on every page when the version does not count now; what was signed stays as it is.
@Command(name = "export", description = "${bundle:cli.report.export.description}")
final class ReportExportCommand extends HeadlessCommand {
    @Parameters(paramLabel = "STUDY", description = "${bundle:cli.report.study}")
    private String uid = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "${bundle:cli.report.export.out}")
    private Path out = Path.of("");

    @Option(names = "--report-version", paramLabel = "N", description = "${bundle:cli.report.export.version}")
    private @Nullable Integer version;

    @Mixin
    private HomeOptions home = new HomeOptions();

    ReportExportCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.report~1]
    @Override
    int run() throws WorkstationException, IOException {
        return home.signedIn(this, (session, password) -> export(session));
    }

    private int export(Session session) throws WorkstationException, IOException {
        Study study = ReportCommand.study(session, uid);
        List<SignedReport> versions = session.reports().versions(study.uid());
        if (versions.isEmpty()) {
            throw new CommandRefusedException("cli.report.none-signed", List.of());
        }
        if (version != null && (version < 1 || version > versions.size())) {
            throw new CommandRefusedException("cli.report.no-version", List.of(version, versions.size()));
        }
        List<SignedReport> holding = session.reports().holding(study.uid());
        SignedReport signed = version == null
                ? ValidVersions.of(holding.isEmpty() ? versions : holding).getLast()
                : versions.get(version - 1);
        ExportRequest request =
                new ExportRequest(ExportForm.REPORT, ExportPlace.FILE, PatientIdentity.NAMED, study.uid(), 1);
        return GatedWork.through(session.gate(), request, () -> {
            Files.createDirectories(out);
            ReportCopies.Copy copy = new ReportCopies(session.reports(), session.course(), ZoneId.systemDefault())
                    .copy(study.uid(), signed.report().id(), signed.act().version());
            write("report.pdf", copy.pdf());
            write("report.html", copy.html().getBytes(StandardCharsets.UTF_8));
            write("report.txt", copy.text().getBytes(StandardCharsets.UTF_8));
            write("canonical.json", signed.canonical());
            write("signature.p7s", signed.signature());
            write("signers.pem", certificates(signed.signature()));
            return ExitCode.DONE;
        });
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = Files.write(out.resolve(name), bytes);
        terminal.line(file.toString());
    }

    private static byte[] certificates(byte[] signature) {
        StringBuilder pem = new StringBuilder();
        try {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(signature))) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateException e) {
            throw new IllegalStateException("a stored signature without certificates", e);
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
