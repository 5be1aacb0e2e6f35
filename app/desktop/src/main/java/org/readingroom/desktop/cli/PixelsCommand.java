package org.readingroom.desktop.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.PixelDigest;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pixels`: the decoded stored values of files, as their digest or as raw bytes.
///
/// One line per file, written as soon as it is known: the digest or the reason of the refusal, a tab, the path.
/// A refused file does not end the run; the exit code tells of it.
///
/// **Order:** frames count from 1, as Frame Numbers of PS3.3 do; raw bytes are those [PixelDigest] digests.
@Command(name = "pixels", description = "${bundle:cli.pixels.description}")
final class PixelsCommand extends HeadlessCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "${bundle:cli.pixels.files}")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--sha256", description = "${bundle:cli.pixels.sha256}")
    @SuppressWarnings("UnusedVariable") // the digest is what this command prints; scripts may say so
    private boolean sha256;

    @Option(names = "--frame", paramLabel = "N", description = "${bundle:cli.pixels.frame}")
    private @Nullable Integer frame;

    @Option(names = "--out", paramLabel = "RAW", description = "${bundle:cli.pixels.out}")
    private @Nullable Path out;

    @Mixin
    private JsonOption json = new JsonOption();

    PixelsCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~cli.pixels~1]
    @Override
    int run() throws IOException {
        if (frame != null && frame < 1) {
            throw usage("cli.usage.frame");
        }
        if (out != null && (files.size() > 1 || Files.isDirectory(files.getFirst()))) {
            throw usage("cli.pixels.one-out");
        }
        boolean refused = false;
        for (Path given : files) {
            for (Path file : DicomPaths.files(given)) {
                refused |= !report(file);
            }
        }
        return refused ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /// Writes the line of `file`; false when it was refused.
    private boolean report(Path file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("path", file.toString());
        try {
            String digest = digest(file, facts);
            facts.put("sha256", digest);
            terminal.line(json.isOn() ? JsonOption.text(facts) : digest + "\t" + file);
            return true;
        } catch (WorkstationException | IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            String reason = new Faults(terminal.words()).say(e);
            facts.put("refused", reason);
            if (e instanceof WorkstationException known) {
                facts.put("key", known.messageKey());
            }
            terminal.line(json.isOn() ? JsonOption.text(facts) : reason + "\t" + file);
            return false;
        }
    }

    private String digest(Path file, Map<String, Object> facts) throws WorkstationException, IOException {
        FrameReader reader = FrameReader.of(DicomPaths.read(file));
        facts.put("frames", reader.frames());
        facts.put("rows", reader.format().rows());
        facts.put("columns", reader.format().columns());
        if (frame != null) {
            if (frame > reader.frames()) {
                throw new CommandRefusedException("cli.fault.no-frame", List.of(frame, reader.frames()));
            }
            byte[] pixels = reader.frame(frame - 1).bytes();
            if (out != null) {
                Files.write(out, pixels);
            }
            return sha256(pixels);
        }
        if (out != null) {
            try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(out))) {
                for (int i = 0; i < reader.frames(); i++) {
                    raw.write(reader.frame(i).bytes());
                }
            }
        }
        return PixelDigest.sha256(reader);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
