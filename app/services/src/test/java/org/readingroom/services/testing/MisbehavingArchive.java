package org.readingroom.services.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.readingroom.services.testing.MisbehavingHttp.Ask;
import org.readingroom.services.testing.MisbehavingHttp.Manner;
import org.readingroom.services.testing.MisbehavingHttp.Reply;

/// A DICOMweb archive in memory that misbehaves as it is told, or by a seed.
///
/// **Thread:** any.
public final class MisbehavingArchive implements AutoCloseable {
    /// How it misbehaves. Those of the wire strike every answer; those about parts, rows and storing only the
    /// answers that have them.
    public enum Trouble {
        NONE,
        STALL(Manner.STALL),
        STALL_IN_BODY(Manner.STALL_IN_BODY),
        DRIP(Manner.DRIP),
        DRIP_HEAD(Manner.DRIP_HEAD),
        CUT(Manner.CUT),
        CUT_UNTOLD(Manner.CUT_UNTOLD),
        CUT_CHUNKED(Manner.CUT_CHUNKED),
        LENGTH_TOO_LONG(Manner.LENGTH_TOO_LONG),
        LENGTH_TOO_SHORT(Manner.LENGTH_TOO_SHORT),
        NOISE(Manner.NOISE),
        /// Does it, and ends the connection without a word.
        ACK_LOST(Manner.SWALLOW),
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        PRECONDITION(412),
        TOO_LARGE(413),
        TOO_MANY(429),
        BROKEN(500),
        UNAVAILABLE(503),
        REDIRECT(302),
        /// Each file cut short inside its part, whose length is that of what is left.
        PART_CUT,
        /// Parts tell a length that is too short by one.
        PART_LENGTH_SHORT,
        /// Parts tell a length that is too long by one.
        PART_LENGTH_LONG,
        NO_CLOSING_BOUNDARY,
        /// A length inside the file is wrong, so that what follows is read at the wrong place.
        FILE_CORRUPTED,
        /// Another patient's instance among those asked for.
        STRANGER,
        /// Filters are dropped and everything is listed.
        FILTERS_DROPPED,
        /// `offset` and `limit` are not known.
        PAGES_IGNORED,
        NOT_JSON,
        /// Answers 200 and keeps nothing.
        STORED_NOTHING,
        /// Says that all is stored and keeps nothing.
        STORED_IN_WORDS,
        /// Says that all is stored and keeps other content.
        STORED_OTHER,
        /// Names each stored instance twice.
        ACK_TWICE,
        /// Refuses every instance with a reason of its own.
        STORE_REFUSED;

        private final Manner manner;
        private final int status;

        Trouble() {
            this(Manner.WELL, 200);
        }

        Trouble(Manner manner) {
            this(manner, 200);
        }

        Trouble(int status) {
            this(Manner.WELL, status);
        }

        Trouble(Manner manner, int status) {
            this.manner = manner;
            this.status = status;
        }

        /// Whether it comes with the first byte, whatever is asked.
        public boolean isOfTheWire() {
            return manner != Manner.WELL || status != 200;
        }
    }

    /// Failure Reason of [Trouble#STORE_REFUSED]: SOP class not supported.
    public static final int REASON = 0x0122;

    private final Map<String, byte[]> files = Collections.synchronizedMap(new LinkedHashMap<>());
    private final MisbehavingHttp http;
    private final ArchiveAnswers answers;
    private final Random random = new Random();
    private volatile Trouble trouble = Trouble.NONE;
    private volatile double share = 1;
    private volatile int answersFirst;
    private volatile int retryAfterSeconds = 7;

    public MisbehavingArchive() throws IOException {
        this.answers = new ArchiveAnswers(files);
        this.http = new MisbehavingHttp(this::answer);
    }

    public URI base() {
        return URI.create(http.base() + "/dicom-web");
    }

    public MisbehavingArchive keep(byte[] file) {
        files.put(ArchiveAnswers.identity(file).instance().uid().value(), file);
        return this;
    }

    /// The file kept of an instance, null when there is none.
    public byte @org.jspecify.annotations.Nullable [] file(String instance) {
        return files.get(instance);
    }

    public int size() {
        return files.size();
    }

    public List<Ask> asked() {
        return http.asked();
    }

    /// From now on, with every request.
    public void misbehave(Trouble how) {
        trouble = how;
        share = 1;
        answersFirst = 0;
    }

    /// From the request after the next `well` ones on.
    public void misbehaveAfter(int well, Trouble how) {
        misbehave(how);
        answersFirst = well;
    }

    /// From now on this share of requests meets a trouble drawn by `seed`.
    public void misbehaveAtRandom(long seed, double shareOfRequests) {
        synchronized (random) {
            random.setSeed(seed);
        }
        share = shareOfRequests;
        answersFirst = 0;
        trouble = Trouble.NONE;
    }

    /// What it says from now on with each status that is no success.
    public void askForRest(int seconds) {
        retryAfterSeconds = seconds;
    }

    private Trouble trouble() {
        synchronized (random) {
            if (answersFirst > 0) {
                answersFirst--;
                return Trouble.NONE;
            }
            if (share == 1) {
                return trouble;
            }
            Trouble[] all = Trouble.values();
            return random.nextDouble() < share ? all[random.nextInt(all.length)] : Trouble.NONE;
        }
    }

    /// For another server in front of this one.
    public Reply answerTo(Ask ask) {
        return answer(ask);
    }

    private Reply answer(Ask ask) {
        Trouble now = trouble();
        if (now.status == 302) {
            return Reply.of(302).with("Location: http://127.0.0.1:1/elsewhere");
        }
        if (now.status != 200) {
            return Reply.of(now.status, "text/plain", "no".getBytes(StandardCharsets.US_ASCII))
                    .with("Retry-After: " + retryAfterSeconds)
                    .with("Date: Fri, 01 Jan 1999 00:00:00 GMT");
        }
        return answers.answer(ask, now)
                .with("Date: Fri, 01 Jan 1999 00:00:00 GMT")
                .in(now.manner);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
