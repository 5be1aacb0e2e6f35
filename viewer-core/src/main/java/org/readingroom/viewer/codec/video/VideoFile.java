package org.readingroom.viewer.codec.video;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;

/// An MP4 file being written, picture by picture, by a process of its own.
///
/// **Thread:** one at a time; blocks.
// [impl->req~export.video~1]
public final class VideoFile implements AutoCloseable {
    private static final String WORKER = "org.readingroom.viewer.codec.video.worker.VideoEncodeWorker";
    private static final int HEADROOM_MIB = 300;
    private static final double LEAST_RATE = 0.1;
    private static final double MOST_RATE = 240;

    private final Process process;
    private final DataOutputStream out;

    /// Begins `path`. Whoever closes without [#finish] leaves an unfinished file there, and removes it.
    ///
    /// **Errors:** [CodecException] `viewer.codec.video-unavailable`, `viewer.codec.video-not-written`.
    public VideoFile(Path path, int columns, int rows, double framesPerSecond) throws CodecException {
        if (!(framesPerSecond >= LEAST_RATE && framesPerSecond <= MOST_RATE)) {
            throw new IllegalArgumentException(framesPerSecond + " pictures a second");
        }
        try {
            process = new ProcessBuilder(VideoProcess.command(WORKER, HEADROOM_MIB))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CodecException("viewer.codec.video-unavailable", List.of(), "no video process", e);
        }
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        try {
            out.writeInt(VideoMessages.HELLO);
            out.writeUTF(path.toString());
            out.writeInt(columns);
            out.writeInt(rows);
            out.writeDouble(framesPerSecond);
            out.flush();
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /// RGB, 8 bits, interleaved.
    public void add(byte[] rgb) throws CodecException {
        try {
            out.writeInt(rgb.length);
            out.write(rgb);
            out.flush();
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /// Ends the file and returns how many pictures are in it.
    public int finish() throws CodecException {
        try {
            out.writeInt(-1);
            out.flush();
            DataInputStream in = new DataInputStream(process.getInputStream());
            if (in.readByte() == VideoMessages.WRITTEN) {
                return in.readInt();
            }
            throw new CodecException(in.readUTF(), List.of(), in.readUTF(), null);
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /// What the process said before it went, or that it went.
    private CodecException refusal(IOException broken) {
        try {
            DataInputStream in = new DataInputStream(process.getInputStream());
            if (in.readByte() == VideoMessages.REFUSED) {
                return new CodecException(in.readUTF(), List.of(), in.readUTF(), broken);
            }
        } catch (IOException silent) {
            broken.addSuppressed(silent);
        }
        return new CodecException("viewer.codec.video-process", List.of(), "the video process failed", broken);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            // Its file must be closed before anybody moves or removes it.
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
