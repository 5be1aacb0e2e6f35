package org.readingroom.viewer.codec.video.worker;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.readingroom.viewer.codec.CodecException;

/// Writes pictures as an MP4 file in H.264, which every ordinary player shows.
///
/// Its pictures have an even number of rows and columns; the last ones are doubled where the given have not.
final class VideoEncoder implements AutoCloseable {
    /// The part of FFmpeg's LGPL build that makes H.264.
    private static final String ENCODER = "libopenh264";

    /// chosen: between these two steps of quantisation a grey differs by a level or two from what was given.
    private static final int FINEST = 8;

    private static final int COARSEST = 18;

    /// chosen: more than a screen of noise needs, so that quantisation and not the rate decides.
    private static final int BITS_PER_PIXEL = 6;

    private static final int MOST_BITS_PER_SECOND = 200_000_000;

    private final int columns;
    private final int rows;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVCodecContext codec;
    private final AVStream stream;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final YuvConverter converter;
    private final AVIOContext io = new AVIOContext(null);
    private long next;

    VideoEncoder(String path, int columns, int rows, double framesPerSecond) throws CodecException {
        this.columns = columns;
        this.rows = rows;
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        AVCodec encoder = avcodec.avcodec_find_encoder_by_name(ENCODER);
        check(encoder == null || encoder.isNull() ? -1 : 0, "no encoder");
        check(avformat.avformat_alloc_output_context2(format, null, "mp4", path), "no writer of MP4");
        stream = avformat.avformat_new_stream(format, null);
        codec = avcodec.avcodec_alloc_context3(encoder);
        AVRational rate = avutil.av_d2q(framesPerSecond, 100_000);
        codec.width(columns + columns % 2);
        codec.height(rows + rows % 2);
        codec.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        codec.time_base(avutil.av_inv_q(rate));
        codec.framerate(rate);
        codec.gop_size((int) Math.max(1, Math.round(framesPerSecond)));
        codec.max_b_frames(0);
        codec.qmin(FINEST);
        codec.qmax(COARSEST);
        double wanted = (double) columns * rows * framesPerSecond * BITS_PER_PIXEL;
        codec.bit_rate((long) Math.clamp(wanted, 1_000_000, MOST_BITS_PER_SECOND));
        codec.colorspace(avutil.AVCOL_SPC_BT709);
        codec.color_primaries(avutil.AVCOL_PRI_BT709);
        codec.color_trc(avutil.AVCOL_TRC_BT709);
        codec.color_range(avutil.AVCOL_RANGE_MPEG);
        codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER | avcodec.AV_CODEC_FLAG_BITEXACT);
        check(avcodec.avcodec_open2(codec, encoder, (AVDictionary) null), "the encoder does not take this size");
        check(avcodec.avcodec_parameters_from_context(stream.codecpar(), codec), "no parameters");
        stream.time_base(codec.time_base());
        stream.avg_frame_rate(rate);
        format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        check(avformat.avio_open(io, path, avformat.AVIO_FLAG_WRITE), "the file cannot be written");
        format.pb(io);
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "movflags", "+faststart", 0);
        check(avformat.avformat_write_header(format, options), "the file cannot be begun");
        avutil.av_dict_free(options);
        frame.format(avutil.AV_PIX_FMT_YUV420P);
        frame.width(codec.width());
        frame.height(codec.height());
        check(avutil.av_frame_get_buffer(frame, 0), "no room for a picture");
        converter = new YuvConverter(codec.width(), codec.height());
    }

    /// Adds a picture: RGB, 8 bits, interleaved, `rows` of `columns`.
    void add(byte[] rgb) throws CodecException {
        if (rgb.length != 3 * columns * rows) {
            throw CodecException.mismatch("a picture of " + rgb.length + " bytes");
        }
        check(avutil.av_frame_make_writable(frame), "no room for a picture");
        converter.convert(even(rgb), frame);
        frame.pts(next++);
        check(avcodec.avcodec_send_frame(codec, frame), "the encoder does not take a picture");
        drain();
    }

    private byte[] even(byte[] rgb) {
        int wide = codec.width();
        int high = codec.height();
        if (wide == columns && high == rows) {
            return rgb;
        }
        byte[] wider = new byte[3 * wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int from = 3 * (Math.min(y, rows - 1) * columns + Math.min(x, columns - 1));
                System.arraycopy(rgb, from, wider, 3 * (y * wide + x), 3);
            }
        }
        return wider;
    }

    private void drain() throws CodecException {
        while (true) {
            int got = avcodec.avcodec_receive_packet(codec, packet);
            if (got == avutil.AVERROR_EAGAIN() || got == avutil.AVERROR_EOF()) {
                return;
            }
            check(got, "the encoder stopped");
            packet.duration(1);
            avcodec.av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            check(avformat.av_interleaved_write_frame(format, packet), "the file cannot be written on");
        }
    }

    /// Writes what is still held and ends the file; returns how many pictures it holds.
    int finish() throws CodecException {
        check(avcodec.avcodec_send_frame(codec, (AVFrame) null), "the encoder does not end");
        drain();
        check(avformat.av_write_trailer(format), "the file cannot be ended");
        check(avformat.avio_closep(io), "the file cannot be closed");
        return (int) next;
    }

    private static void check(int answer, String facts) throws CodecException {
        if (answer < 0) {
            throw new CodecException(
                    "viewer.codec.video-not-written", java.util.List.of(), facts + ", FFmpeg says " + answer, null);
        }
    }

    @Override
    public void close() {
        converter.close();
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
    }
}
