package org.readingroom.services.remote.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/// Gives a call up when the head of its answer is not there in time, however slowly its bytes drip in.
final class HeadLimit extends AsyncTimeout {
    private final Call call;

    HeadLimit(Call call, Duration time) {
        this.call = call;
        timeout(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    protected void timedOut() {
        call.cancel();
    }
}
