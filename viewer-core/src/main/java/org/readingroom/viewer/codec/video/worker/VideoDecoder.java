package org.readingroom.viewer.codec.video.worker;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodecException;

/// Frames of one video by their number, in the order they are shown.
///
/// Frames are decoded one after the other from the beginning, so that the number of each is certain whatever the stream
/// says of its times; asking for an earlier frame starts again. The last of those decoded on the way are kept while
/// there is room, and stepping back is quick.
final class VideoDecoder implements AutoCloseable {
    /// Chosen: about forty frames of full high definition.
    private static final long KEPT_BYTES = 256L << 20;

    private final byte[] bytes;
    private final int rows;
    private final int columns;
    private final int frames;
    private final double framesPerSecond;
    /// Chosen: what a player needs while it shows one frame and fetches the next.
    private static final int AHEAD = 3;

    private final Map<Integer, byte[]> kept = new LinkedHashMap<>();
    private final int room;
    private long keptBytes;
    private int wantedLast = -1;
    private @Nullable CodecException aheadFault;
    private Run run;

    VideoDecoder(byte[] bytes, int rows, int columns) throws CodecException {
        this.bytes = bytes;
        this.rows = rows;
        this.columns = columns;
        this.room = (int) Math.max(1, KEPT_BYTES / (3L * rows * columns));
        this.run = new Run();
        this.framesPerSecond = run.framesPerSecond();
        this.frames = run.countPackets();
        run.close();
        this.run = new Run();
    }

    /// Coded pictures in the stream.
    int frames() {
        return frames;
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    /// **Errors:** [CodecException] when the stream ends before the frame or the frame is damaged.
    byte[] frame(int wanted) throws CodecException {
        wantedLast = wanted;
        byte[] held = kept.get(wanted);
        if (held != null) {
            return held;
        }
        CodecException fault = aheadFault;
        aheadFault = null;
        if (wanted < run.next) {
            run.close();
            run = new Run();
        } else if (fault != null) {
            throw fault;
        }
        while (true) {
            int number = run.next;
            // what would be let go again before it is asked for need not be brought to colours
            byte[] rgb = run.decode(number > wanted - room);
            if (rgb == null) {
                throw CodecException.truncated("the video ends after " + number + " frames");
            }
            keep(number, rgb);
            if (number == wanted) {
                if (rgb.length == 0) {
                    throw CodecException.corrupt("frame " + (wanted + 1) + " of the video is damaged");
                }
                return rgb;
            }
        }
    }

    /// Decodes one more frame past the last that was asked for, for whoever plays; false when enough of them wait. A
    /// fault is told to who asks for that frame.
    boolean decodeAhead() {
        int number = run.next;
        if (number <= wantedLast || number > wantedLast + AHEAD || number >= frames || aheadFault != null) {
            return false;
        }
        try {
            byte[] rgb = run.decode(true);
            if (rgb == null) {
                return false;
            }
            keep(number, rgb);
            return true;
        } catch (CodecException e) {
            aheadFault = e;
            return false;
        }
    }

    private void keep(int number, byte[] rgb) {
        if (rgb.length == 0 || kept.containsKey(number)) {
            return;
        }
        kept.put(number, rgb);
        keptBytes += rgb.length;
        Iterator<Map.Entry<Integer, byte[]>> oldest = kept.entrySet().iterator();
        while (keptBytes > KEPT_BYTES && oldest.hasNext()) {
            keptBytes -= oldest.next().getValue().length;
            oldest.remove();
        }
    }

    @Override
    public void close() {
        run.close();
    }

    /// One way through the video, from its first frame on.
    private final class Run implements AutoCloseable {
        private final VideoInput input;
        private final AVStream stream;
        private final AVCodecContext codec;
        private final AVPacket packet = avcodec.av_packet_alloc();
        private final AVFrame frame = avutil.av_frame_alloc();
        private final RgbConverter converter = new RgbConverter();
        private boolean ended;
        int next;

        Run() throws CodecException {
            input = new VideoInput(bytes);
            stream = videoStream();
            AVCodecParameters parameters = stream.codecpar();
            if (parameters.width() != columns || parameters.height() != rows) {
                throw CodecException.mismatch("a video of %d x %d for an image of %d x %d"
                        .formatted(parameters.width(), parameters.height(), columns, rows));
            }
            AVCodec decoder = avcodec.avcodec_find_decoder(parameters.codec_id());
            if (decoder == null) {
                throw CodecException.unsupported("video codec " + parameters.codec_id());
            }
            codec = avcodec.avcodec_alloc_context3(decoder);
            avcodec.avcodec_parameters_to_context(codec, parameters);
            codec.max_pixels(4L * (rows + 64) * (columns + 64));
            codec.thread_count(1);
            codec.flags(codec.flags() | avcodec.AV_CODEC_FLAG_OUTPUT_CORRUPT | avcodec.AV_CODEC_FLAG_BITEXACT);
            // Not AV_EF_BITSTREAM: it takes the byte that DICOM pads with for damage of the last slice.
            codec.err_recognition(avcodec.AV_EF_CRCCHECK | avcodec.AV_EF_BUFFER);
            if (avcodec.avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
                throw CodecException.corrupt("the video decoder does not take this stream");
            }
        }

        private AVStream videoStream() throws CodecException {
            int index =
                    avformat.av_find_best_stream(input.context(), avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
            if (index < 0) {
                throw CodecException.corrupt("no video stream in the file");
            }
            return input.context().streams(index);
        }

        double framesPerSecond() {
            AVRational rate = avformat.av_guess_frame_rate(input.context(), stream, (AVFrame) null);
            return rate.den() > 0 && rate.num() > 0 ? (double) rate.num() / rate.den() : 0;
        }

        int countPackets() {
            int count = 0;
            while (avformat.av_read_frame(input.context(), packet) >= 0) {
                if (packet.stream_index() == stream.index()) {
                    count++;
                }
                avcodec.av_packet_unref(packet);
            }
            return count;
        }

        /// The next frame, empty when it is damaged or not `converted`, null after the last.
        byte @Nullable [] decode(boolean converted) throws CodecException {
            while (true) {
                int got = avcodec.avcodec_receive_frame(codec, frame);
                if (got >= 0) {
                    boolean damaged =
                            frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
                    byte[] rgb = damaged || !converted ? new byte[0] : converter.rgb(frame, rows, columns);
                    avutil.av_frame_unref(frame);
                    next++;
                    return rgb;
                }
                if (got == avutil.AVERROR_EOF()) {
                    return null;
                }
                if (got != avutil.AVERROR_EAGAIN() || ended) {
                    throw CodecException.corrupt("the video decoder stopped with " + got);
                }
                feed();
            }
        }

        private void feed() throws CodecException {
            while (avformat.av_read_frame(input.context(), packet) >= 0) {
                boolean ours = packet.stream_index() == stream.index();
                int sent = ours ? avcodec.avcodec_send_packet(codec, packet) : 0;
                avcodec.av_packet_unref(packet);
                if (sent < 0) {
                    throw CodecException.corrupt("a damaged video packet");
                }
                if (ours) {
                    return;
                }
            }
            ended = true;
            avcodec.avcodec_send_packet(codec, (AVPacket) null);
        }

        @Override
        public void close() {
            converter.close();
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(codec);
            input.close();
        }
    }
}
