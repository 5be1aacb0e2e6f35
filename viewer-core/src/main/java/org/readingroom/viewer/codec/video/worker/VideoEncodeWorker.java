package org.readingroom.viewer.codec.video.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.video.VideoMessages;

/// The process that writes one video; what native code may do to it, the workstation goes on.
public final class VideoEncodeWorker {
    private VideoEncodeWorker() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        if (in.readInt() != VideoMessages.HELLO) {
            throw new IOException("not spoken to by this program");
        }
        String path = in.readUTF();
        int columns = in.readInt();
        int rows = in.readInt();
        double framesPerSecond = in.readDouble();
        try (VideoEncoder encoder = new VideoEncoder(path, columns, rows, framesPerSecond)) {
            for (int length = in.readInt(); length >= 0; length = in.readInt()) {
                encoder.add(in.readNBytes(length));
            }
            int frames = encoder.finish();
            out.writeByte(VideoMessages.WRITTEN);
            out.writeInt(frames);
        } catch (CodecException e) {
            out.writeByte(VideoMessages.REFUSED);
            out.writeUTF(e.messageKey());
            out.writeUTF(String.valueOf(e.getMessage()));
        }
        out.flush();
    }
}
