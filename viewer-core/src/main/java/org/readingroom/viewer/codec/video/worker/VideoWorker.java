package org.readingroom.viewer.codec.video.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.video.VideoMessages;

/// The video process: takes one video, then gives out its frames until its input ends.
// [impl->req~codec.video.process~1]
public final class VideoWorker {
    private VideoWorker() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        try {
            serve(in, out);
        } catch (EOFException e) {
            // The program has what it wanted, or is gone.
        }
    }

    private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
        if (in.readInt() != VideoMessages.HELLO) {
            throw new IOException("not spoken to by this program");
        }
        int rows = in.readInt();
        int columns = in.readInt();
        byte[] bytes = in.readNBytes(in.readInt());
        try (VideoDecoder decoder = new VideoDecoder(bytes, rows, columns)) {
            out.writeByte(VideoMessages.OPENED);
            out.writeInt(decoder.frames());
            out.writeDouble(decoder.framesPerSecond());
            out.flush();
            while (true) {
                answer(decoder, in.readInt(), out);
                while (in.available() == 0 && decoder.decodeAhead()) {
                    // a player will ask for these next
                }
            }
        } catch (CodecException e) {
            refuse(e, out);
        }
    }

    private static void answer(VideoDecoder decoder, int frame, DataOutputStream out) throws IOException {
        try {
            byte[] rgb = decoder.frame(frame);
            out.writeByte(VideoMessages.FRAME);
            out.writeInt(rgb.length);
            out.write(rgb);
            out.flush();
        } catch (CodecException e) {
            refuse(e, out);
        }
    }

    private static void refuse(CodecException e, DataOutputStream out) throws IOException {
        out.writeByte(VideoMessages.REFUSED);
        out.writeUTF(e.messageKey());
        out.writeUTF(String.valueOf(e.getMessage()));
        out.flush();
    }
}
