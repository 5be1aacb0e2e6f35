package org.readingroom.viewer.codec.video;

import java.lang.ref.Cleaner;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.FrameSource;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.dicom.ByteSlice;

/// The frames of one video file, RGB of 8 bits.
///
/// The process that decodes them is started by the first frame asked for and ends when another video needs its place
/// or nobody holds this any more.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt ends the waiting.
// [impl->req~codec.video~1]
public final class VideoFrames implements FrameSource {
    private static final Cleaner CLEANER = Cleaner.create();

    /// Chosen: a stream that brought the decoder down twice will again.
    private static final int CRASHES_BELIEVED = 2;

    private final List<ByteSlice> fragments;
    private final PixelFormat format;
    private final ReentrantLock lock = new ReentrantLock();
    private final Holder holder = new Holder();
    private int declared;
    private int crashes;

    /// `declared` is the header's number of frames, 0 when it does not tell: then the stream does.
    public VideoFrames(List<ByteSlice> fragments, int declared, PixelFormat format) {
        this.fragments = List.copyOf(fragments);
        this.declared = declared;
        this.format = new PixelFormat(format.rows(), format.columns(), 3, 8, 8, 7, false, "RGB", 0);
        CLEANER.register(this, holder::release);
    }

    /// The process, apart from this object so that it can be ended after it.
    private static final class Holder {
        private @Nullable VideoProcess process;

        synchronized @Nullable VideoProcess process() {
            return process;
        }

        synchronized void hold(VideoProcess started) {
            process = started;
        }

        synchronized void release() {
            VideoProcess held = process;
            process = null;
            if (held != null) {
                held.close();
            }
        }
    }

    @Override
    public int count() throws CodecException {
        if (declared == 0) {
            declared = Math.max(1, withProcess(VideoProcess::frames));
        }
        return declared;
    }

    /// Frames per second as the stream tells them, 0 when it does not.
    public double framesPerSecond() throws CodecException {
        return withProcess(VideoProcess::framesPerSecond);
    }

    @Override
    public StoredPixels frame(int index) throws CodecException {
        byte[] rgb = withProcess(process -> process.frame(index));
        if (rgb.length != format.frameBytes()) {
            throw CodecException.mismatch("a video frame of " + rgb.length + " bytes");
        }
        return new StoredPixels(format, rgb);
    }

    private interface Question<T> {
        T ask(VideoProcess process) throws CodecException;
    }

    private <T> T withProcess(Question<T> question) throws CodecException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodecException("viewer.codec.interrupted", List.of(), "interrupted while decoding", e);
        }
        try {
            if (crashes >= CRASHES_BELIEVED) {
                throw new CodecException("viewer.codec.video-process", "this video ended the decoder twice");
            }
            OpenVideos.used(this);
            VideoProcess process = holder.process();
            if (process == null) {
                process = VideoProcess.start(whole(), format.rows(), format.columns());
                holder.hold(process);
            }
            return question.ask(process);
        } catch (CodecException e) {
            if (e.messageKey().startsWith("viewer.codec.video-")) {
                crashes++;
                holder.release();
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the process unless it is at work; it starts again when it is needed.
    void rest() {
        if (lock.tryLock()) {
            try {
                holder.release();
            } finally {
                lock.unlock();
            }
        }
    }

    private byte[] whole() throws CodecException {
        long total = fragments.stream().mapToLong(ByteSlice::length).sum();
        if (total > Integer.MAX_VALUE - 8) {
            throw new CodecException("viewer.codec.too-large", "a video of " + total + " bytes");
        }
        byte[] joined = new byte[(int) total];
        int at = 0;
        for (ByteSlice fragment : fragments) {
            fragment.copyTo(0, joined, at, (int) fragment.length());
            at += (int) fragment.length();
        }
        return joined;
    }
}
