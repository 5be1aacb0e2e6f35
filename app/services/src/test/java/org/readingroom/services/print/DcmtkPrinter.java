package org.readingroom.services.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.Peer;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.film.PageSize;

/// DCMTK's print server, which keeps every film as stored print and hardcopy images instead of exposing it.
final class DcmtkPrinter implements AutoCloseable {
    private static final String CONFIGURATION = """
            [[GENERAL]]
            [APPLICATION]
            LogDirectory = %1$s
            LogLevel = DEBUG
            [DATABASE]
            Directory = %1$s/db
            [PRINT]
            Directory = %1$s/spool
            DeletePrintJobs = false
            AlwaysDeleteTerminateJobs = true
            Detailedlog = true
            BinaryLog = false
            [[COMMUNICATION]]
            [FILMPRINTER]
            Aetitle = FILMPRINTER
            Description = a film printer
            Hostname = localhost
            Port = %2$d
            Type = LOCALPRINTER
            %5$s
            DisableNewVRs = false
            DisplayFormat = 1,1\\2,2\\2,3
            FilmDestination = MAGAZINE\\PROCESSOR
            FilmSizeID = 8INX10IN\\14INX17IN
            ImplicitOnly = %3$s
            MagnificationType = REPLICATE\\BILINEAR\\CUBIC\\NONE
            MaxDensity = 320
            MaxPDU = %4$d
            MediumType = PAPER\\CLEAR FILM\\BLUE FILM
            MinDensity = 20
            OmitSOPClassUIDFromCreateResponse = false
            PresentationLUTMatchRequired = false
            PresentationLUTinFilmSession = false
            ResolutionID = STANDARD\\HIGH
            SmoothingType = NONE
            Supports12Bit = true
            SupportsDecimateCrop = true
            SupportsImageSize = true
            SupportsPresentationLUT = true
            SupportsTrim = true
            """;

    private final Path folder;
    private final int port;
    private final OtherProgram program;

    /// As it comes: it knows densities of borders and empty places.
    DcmtkPrinter(Path folder, boolean isImplicitOnly, int maxPdu) throws Exception {
        this(
                folder,
                isImplicitOnly,
                maxPdu,
                "BorderDensity = 150\\20\\BLACK\\WHITE\nEmptyImageDensity = 20\\BLACK\\WHITE");
    }

    DcmtkPrinter(Path folder, boolean isImplicitOnly, int maxPdu, String more) throws Exception {
        this.folder = folder;
        this.port = OtherProgram.freePort();
        Files.createDirectories(folder.resolve("db"));
        Files.createDirectories(folder.resolve("spool"));
        Path configuration = folder.resolve("print.cfg");
        Files.writeString(configuration, CONFIGURATION.formatted(folder, port, isImplicitOnly, maxPdu, more));
        this.program = OtherProgram.start(
                folder, port, "dcmprscp", "-d", "+d", "-c", configuration.toString(), "-p", "FILMPRINTER");
    }

    FilmPrinter printer(int bits, boolean isColour) throws Exception {
        return new FilmPrinter(
                "DCMTK",
                Peer.of("FILMPRINTER", "localhost", port),
                AeTitle.OURS,
                false,
                "",
                isColour,
                bits,
                List.of(PageSize.FILM_8X10, PageSize.FILM_14X17),
                FilmChoices.USUAL);
    }

    OtherProgram program() {
        return program;
    }

    /// The files it keeps whose names begin with `prefix`: `SP_` stored prints, `HG_` hardcopy greyscale images.
    List<DicomFile> kept(String prefix) throws Exception {
        List<DicomFile> files = new java.util.ArrayList<>();
        for (Path file : named(prefix)) {
            files.add(DicomReader.read(file));
        }
        return files;
    }

    List<Path> named(String prefix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
