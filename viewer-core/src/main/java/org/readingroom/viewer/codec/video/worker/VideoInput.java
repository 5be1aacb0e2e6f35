package org.readingroom.viewer.codec.video.worker;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.readingroom.viewer.codec.CodecException;

/// A video in memory, read by FFmpeg: MP4, MPEG-2 transport or program stream, or the bare stream.
final class VideoInput implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;

    private final byte[] bytes;
    private long at;

    // FFmpeg calls back into these two; they must live as long as the context.
    private final Read_packet_Pointer_BytePointer_int reader = new Read_packet_Pointer_BytePointer_int() {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int wanted) {
            int count = (int) Math.min(wanted, bytes.length - at);
            if (count <= 0) {
                return avutil.AVERROR_EOF();
            }
            buffer.put(bytes, (int) at, count);
            at += count;
            return count;
        }
    };
    private final Seek_Pointer_long_int seeker = new Seek_Pointer_long_int() {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            int mode = whence & ~avformat.AVSEEK_FORCE;
            if (mode == avformat.AVSEEK_SIZE) {
                return bytes.length;
            }
            long target = mode == SEEK_SET ? offset : mode == SEEK_CUR ? at + offset : bytes.length + offset;
            if (target < 0 || target > bytes.length) {
                return -1;
            }
            at = target;
            return target;
        }
    };

    private final AVFormatContext context;
    private final AVIOContext io;

    VideoInput(byte[] bytes) throws CodecException {
        this.bytes = bytes;
        BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER_BYTES)).capacity(BUFFER_BYTES);
        io = avformat.avio_alloc_context(buffer, BUFFER_BYTES, 0, null, reader, null, seeker);
        context = avformat.avformat_alloc_context();
        context.pb(io);
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
        if (avformat.avformat_open_input(context, (String) null, null, null) < 0) {
            throw CodecException.corrupt("no known video stream");
        }
        if (avformat.avformat_find_stream_info(context, (AVDictionary) null) < 0) {
            throw CodecException.corrupt("a video without a readable stream");
        }
    }

    AVFormatContext context() {
        return context;
    }

    @Override
    public void close() {
        avformat.avformat_close_input(context);
        avutil.av_free(io.buffer());
        avformat.avio_context_free(io);
    }
}
