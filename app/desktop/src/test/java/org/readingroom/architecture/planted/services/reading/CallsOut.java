package org.readingroom.architecture.planted.services.reading;

import okhttp3.OkHttpClient;
import org.readingroom.architecture.Breaks;

@Breaks("OkHttp lives in remote")
record CallsOut(OkHttpClient client) {}
