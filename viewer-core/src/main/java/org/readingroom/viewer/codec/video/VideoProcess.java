package org.readingroom.viewer.codec.video;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;

/// A process that decodes one video.
///
/// The native decoder runs there and not here: whatever a damaged stream does to it, the workstation goes on and its
/// drafts are safe. Nothing is written to disk; the video goes through a pipe and its frames come back through another.
///
/// **Thread:** one at a time.
// [impl->req~codec.video.process~1]
final class VideoProcess implements AutoCloseable {
    private static final String WORKER = "org.readingroom.viewer.codec.video.worker.VideoWorker";

    /// Chosen: room for the stream and the frames kept for stepping back; the decoder itself lives outside the heap.
    private static final int HEADROOM_MIB = 400;

    private final Process process;
    private final DataOutputStream out;
    private final PatientInput patient;
    private final DataInputStream in;
    private int owed;
    private final int frames;
    private final double framesPerSecond;

    private VideoProcess(Process process, byte[] video, int rows, int columns) throws IOException, CodecException {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.patient = new PatientInput(process);
        this.in = new DataInputStream(patient);
        out.writeInt(VideoMessages.HELLO);
        out.writeInt(rows);
        out.writeInt(columns);
        out.writeInt(video.length);
        out.write(video);
        out.flush();
        expect(VideoMessages.OPENED);
        this.frames = in.readInt();
        this.framesPerSecond = in.readDouble();
    }

    /// Starts a process for `video`, whose header tells of pictures of `rows` by `columns`.
    static VideoProcess start(byte[] video, int rows, int columns) throws CodecException {
        Process process;
        try {
            process = new ProcessBuilder(command(WORKER, HEADROOM_MIB + (video.length >> 20)))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CodecException("viewer.codec.video-unavailable", List.of(), "no video process", e);
        }
        try {
            return new VideoProcess(process, video, rows, columns);
        } catch (IOException e) {
            process.destroyForcibly();
            throw broken(e);
        } catch (CodecException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    int frames() {
        return frames;
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    Process process() {
        return process;
    }

    /// The RGB bytes of frame `index`.
    ///
    /// **Errors:** [CodecException]; after `viewer.codec.video-process` and `viewer.codec.video-stalled` this
    /// process is of no more use.
    byte[] frame(int index) throws CodecException {
        try {
            while (owed > 0) {
                reply();
            }
            out.writeInt(index);
            out.flush();
            owed++;
            return reply();
        } catch (IOException e) {
            close();
            throw broken(e);
        }
    }

    /// Reads one reply. An interrupt before it leaves it to be read by the next request.
    private byte[] reply() throws IOException, CodecException {
        patient.awaitFirstByte();
        owed--;
        expect(VideoMessages.FRAME);
        return in.readNBytes(in.readInt());
    }

    private void expect(byte wanted) throws IOException, CodecException {
        byte kind = in.readByte();
        if (kind == VideoMessages.REFUSED) {
            String key = in.readUTF();
            throw new CodecException(key, List.of("video"), in.readUTF(), null);
        }
        if (kind != wanted) {
            throw new IOException("message " + kind + " where " + wanted + " belongs");
        }
    }

    private static CodecException broken(IOException e) {
        String key = e instanceof InterruptedIOException ? "viewer.codec.video-stalled" : "viewer.codec.video-process";
        return new CodecException(key, List.of(), "the video process failed", e);
    }

    /// How `worker` is started with this runtime and this class path.
    static List<String> command(String worker, int heapMib) throws CodecException {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Path java = Files.exists(bin.resolve("java.exe")) ? bin.resolve("java.exe") : bin.resolve("java");
        if (!Files.isExecutable(java)) {
            throw new CodecException("viewer.codec.video-unavailable", "no Java launcher in this runtime");
        }
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-Xmx" + heapMib + "m");
        command.addAll(List.of(
                "-Xms16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+SuppressFatalErrorMessage",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.cachedir=" + nativeFolder(),
                "-cp",
                System.getProperty("java.class.path"),
                worker));
        return command;
    }

    /// Where the decoder's libraries are unpacked, once per version.
    private static Path nativeFolder() {
        return Path.of(System.getProperty("user.home"), ".cache", "readingroom", "native");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
